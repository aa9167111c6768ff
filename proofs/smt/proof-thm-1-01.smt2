; -b + 2*s^2*w == 0 given s > 0 and w > 0 and -2*b + 4*s^2*w == 0
(declare-fun w () Real)
(declare-fun s () Real)
(declare-fun b () Real)
(assert (and (> s 0.0)
     (> w 0.0)
     (= (+ 0.0 (* 1.0 (- 2.0) b) (* 1.0 4.0 1.0 s s w)) 0.0)))
(assert (not (= (+ 0.0 (* 1.0 (- 1.0) b) (* 1.0 2.0 1.0 s s w)) 0.0)))
(check-sat)

; w*b == 2*w*s*w*s given s > 0 and w*(b - 2*s^2*w) == 0
(set-logic QF_NRA)
(declare-fun w () Real)
(declare-fun s () Real)
(declare-fun b () Real)
(assert (let ((a!1 (= (* 1.0 w (+ 0.0 b (* 1.0 (- 2.0) 1.0 s s w))) 0.0)))
  (and (> s 0.0) a!1)))
(assert (not (= (* 1.0 w b) (* 1.0 2.0 w s w s))))
(check-sat)

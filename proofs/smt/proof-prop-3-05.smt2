; q == 2*w*s + s*e given s > 0 and e != 0 and q == (s*(w + e)^2 - s*w^2)/e
(set-logic QF_NRA)
(declare-fun e () Real)
(declare-fun w () Real)
(declare-fun s () Real)
(declare-fun q () Real)
(assert (not (= e 0.0)))
(assert (let ((a!1 (* 1.0
              (+ 0.0
                 (* 1.0 s 1.0 (+ 0.0 w e) (+ 0.0 w e))
                 (* 1.0 (- 1.0) s 1.0 w w))
              (/ 1.0 (* 1.0 e)))))
  (and (> s 0.0) (not (= e 0.0)) (= q a!1))))
(assert (not (= q (+ 0.0 (* 1.0 2.0 w s) (* 1.0 s e)))))
(check-sat)

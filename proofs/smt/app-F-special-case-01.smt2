; 24*b^2*(2*b^2*t)^2 == 24*b^2*t^2 given b > 0 and t > 0
(set-logic QF_NRA)
(declare-fun t () Real)
(declare-fun b () Real)
(assert (and (> b 0.0) (> t 0.0)))
(assert (let ((a!1 (= (* (* 1.0 24.0 (* 1.0 b b))
                 1.0
                 (* 1.0 2.0 (* 1.0 b b) t)
                 (* 1.0 2.0 (* 1.0 b b) t))
              (* (* 1.0 24.0 (* 1.0 b b)) 1.0 t t))))
  (not a!1)))
(check-sat)

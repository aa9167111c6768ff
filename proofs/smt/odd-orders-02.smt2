; k*w^3 == 0 given k*w^3 == k*(-1*w)^3
(set-logic QF_NRA)
(declare-fun w () Real)
(declare-fun k () Real)
(assert (= (* (* 1.0 k) 1.0 w w w)
   (* (* 1.0 k) 1.0 (* 1.0 (- 1.0) w) (* 1.0 (- 1.0) w) (* 1.0 (- 1.0) w))))
(assert (not (= (* 1.0 k 1.0 w w w) 0.0)))
(check-sat)

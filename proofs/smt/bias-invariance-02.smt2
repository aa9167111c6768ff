; -2*(u + b)*(v + b) == -2*u*v
(set-logic QF_NRA)
(declare-fun v () Real)
(declare-fun u () Real)
(declare-fun b () Real)
(assert (not (= (* (* 1.0 (- 2.0)) (+ 0.0 u b) (+ 0.0 v b)) (* (* 1.0 (- 2.0)) u v))))
(check-sat)

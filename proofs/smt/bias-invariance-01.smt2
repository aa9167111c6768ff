; (u + b) - (v + b) == u - v
(set-logic QF_NRA)
(declare-fun v () Real)
(declare-fun u () Real)
(declare-fun b () Real)
(assert (let ((a!1 (= (+ 0.0 (+ 0.0 u) b (* (* 1.0 (- 1.0)) (+ 0.0 v b)))
              (+ (+ 0.0 u) (* (* 1.0 (- 1.0)) v)))))
  (not a!1)))
(check-sat)

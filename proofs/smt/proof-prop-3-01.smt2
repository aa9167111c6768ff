; k*(r - c)^2 == k*(r^2 - 2*r + 1) given k > 0
(set-logic QF_NRA)
(declare-fun k () Real)
(declare-fun r () Real)
(declare-fun c () Real)
(assert (> k 0.0))
(assert (let ((a!1 (= (* (* 1.0 k)
                 1.0
                 (+ 0.0 r (* 1.0 (- 1.0) c))
                 (+ 0.0 r (* 1.0 (- 1.0) c)))
              (* (* 1.0 k) (+ 0.0 (* 1.0 r r) (* 1.0 (- 2.0) r) 1.0)))))
  (not a!1)))
(check-sat)

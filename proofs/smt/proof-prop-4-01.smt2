; r == 1/2*(g1 + g2) + 2*k*(c - r) given k > 0 and r == 1/2*(g1 + 2*k*(c - r)) + 1/2*(g2 + 2*k*(c - r))
(set-logic QF_NRA)
(declare-fun r () Real)
(declare-fun c () Real)
(declare-fun k () Real)
(declare-fun g2 () Real)
(declare-fun g1 () Real)
(assert (let ((a!1 (* 1.0 2.0 k (+ 0.0 c (* 1.0 (- 1.0) r)))))
(let ((a!2 (= r
              (+ 0.0
                 (* (* 1.0 (/ 1.0 2.0)) (+ 0.0 g1 a!1))
                 (* (* 1.0 (/ 1.0 2.0)) (+ 0.0 g2 a!1))))))
  (and (> k 0.0) a!2))))
(assert (let ((a!1 (+ 0.0
              (* 1.0 (/ 1.0 2.0) (+ 0.0 g1 g2))
              (* 1.0 2.0 k (+ 0.0 c (* 1.0 (- 1.0) r))))))
  (not (= r a!1))))
(check-sat)

; (-1 + u) + 2/2 > (1 + (-1 + u))/2 given u > 0
(set-logic QF_NRA)
(declare-fun u () Real)
(assert (> u 0.0))
(assert (let ((a!1 (> (+ 0.0 (+ 0.0 (- 1.0) u) 1.0)
              (* 1.0 (/ 1.0 2.0) (+ 0.0 1.0 (+ 0.0 (- 1.0) u))))))
  (not a!1)))
(check-sat)

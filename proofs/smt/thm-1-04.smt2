; h == 1/2*g/q given h > 0 and q > 0 and -g + 2*q*h == 0
(declare-fun q () Real)
(declare-fun h () Real)
(declare-fun g () Real)
(assert (not (= q 0.0)))
(assert (and (> h 0.0) (> q 0.0) (= (+ 0.0 (* 1.0 (- 1.0) g) (* 1.0 2.0 q h)) 0.0)))
(assert (let ((a!1 (= h (* 1.0 (/ 1.0 2.0) g (/ 1.0 (* 1.0 q))))))
  (not a!1)))
(check-sat)

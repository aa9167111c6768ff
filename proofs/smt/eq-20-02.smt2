; 1 + 2/d > (d - 2)/d given d >= 1
(declare-fun d () Real)
(assert (not (= d 0.0)))
(assert (not (= d 0.0)))
(assert (>= d 1.0))
(assert (let ((a!1 (+ 0.0 1.0 (* 1.0 2.0 (/ 1.0 (* 1.0 d))))))
(let ((a!2 (> a!1 (* 1.0 (+ 0.0 d (- 2.0)) (/ 1.0 (* 1.0 d))))))
  (not a!2))))
(check-sat)

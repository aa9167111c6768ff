; 1 + 2/d > 1 given d >= 1
(set-logic QF_NRA)
(declare-fun d () Real)
(assert (not (= d 0.0)))
(assert (>= d 1.0))
(assert (let ((a!1 (+ 0.0 1.0 (* 1.0 2.0 (/ 1.0 (* 1.0 d))))))
  (not (> a!1 1.0))))
(check-sat)

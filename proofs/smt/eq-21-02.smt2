; 4/d > 2 <=> d < 2 given d >= 1
(set-logic QF_NRA)
(declare-fun d () Real)
(assert (not (= d 0.0)))
(assert (>= d 1.0))
(assert (let ((a!1 (> (* 1.0 4.0 (/ 1.0 (* 1.0 d))) 2.0)))
  (not (= a!1 (< d 2.0)))))
(check-sat)

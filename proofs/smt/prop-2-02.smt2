; h == 0 given h >= 0 and h*(g - 2*h) == 0 and g < 0
(set-logic QF_NRA)
(declare-fun g () Real)
(declare-fun h () Real)
(assert (let ((a!1 (= (* 1.0 h (+ 0.0 g (* 1.0 (- 2.0) h))) 0.0)))
  (and (>= h 0.0) a!1 (< g 0.0))))
(assert (not (= h 0.0)))
(check-sat)

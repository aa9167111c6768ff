; h == 1/2*g given h*(g - 2*h) == 0 and g > 0 and 2*(2*h - g) >= 0
(set-logic QF_NRA)
(declare-fun g () Real)
(declare-fun h () Real)
(assert (let ((a!1 (= (* 1.0 h (+ 0.0 g (* 1.0 (- 2.0) h))) 0.0))
      (a!2 (* (* 1.0 2.0) (+ 0.0 (* (* 1.0 2.0) h) (* 1.0 (- 1.0) g)))))
  (and a!1 (> g 0.0) (>= a!2 0.0))))
(assert (not (= h (* 1.0 (/ 1.0 2.0) g))))
(check-sat)

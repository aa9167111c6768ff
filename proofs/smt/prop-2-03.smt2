; g1 >= g2 given g1 > 0 and 2*(g1 - g2) >= 0
(set-logic QF_NRA)
(declare-fun g2 () Real)
(declare-fun g1 () Real)
(assert (let ((a!1 (>= (* 1.0 2.0 (+ 0.0 g1 (* 1.0 (- 1.0) g2))) 0.0)))
  (and (> g1 0.0) a!1)))
(assert (not (>= g1 g2)))
(check-sat)

; 2*(g1 - g2) < 0 given g1 > 0 and g2 > g1
(set-logic QF_NRA)
(declare-fun g1 () Real)
(declare-fun g2 () Real)
(assert (and (> g1 0.0) (> g2 g1)))
(assert (let ((a!1 (< (* 1.0 2.0 (+ 0.0 g1 (* 1.0 (- 1.0) g2))) 0.0)))
  (not a!1)))
(check-sat)

; 2*a > 0 given a > 0
(set-logic QF_NRA)
(declare-fun a () Real)
(assert (> a 0.0))
(assert (not (> (* 1.0 2.0 a) 0.0)))
(check-sat)

; rate == 0 <=> g == 0 given rate == 2*g
(set-logic QF_NRA)
(declare-fun g () Real)
(declare-fun rate () Real)
(assert (= rate (* 1.0 2.0 g)))
(assert (not (= (= rate 0.0) (= g 0.0))))
(check-sat)

; c == 0 given c == c
(set-logic QF_NRA)
(declare-fun c () Real)
(assert (= c c))
(assert (not (= c 0.0)))
(check-sat)

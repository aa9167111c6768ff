; c == 0 given c == c
(declare-fun c () Real)
(assert (= c c))
(assert (not (= c 0.0)))
(check-sat)

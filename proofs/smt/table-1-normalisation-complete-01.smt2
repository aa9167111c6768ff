; h1 > 0 or h2 > 0 given c > 0 and h1 >= 0 and h2 >= 0 and h1 + h2 == c
(set-logic QF_NRA)
(declare-fun c () Real)
(declare-fun h2 () Real)
(declare-fun h1 () Real)
(assert (and (> c 0.0) (>= h1 0.0) (>= h2 0.0) (= (+ 0.0 h1 h2) c)))
(assert (not (or (> h1 0.0) (> h2 0.0))))
(check-sat)

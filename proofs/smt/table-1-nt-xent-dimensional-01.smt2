; a <= 0 given a > 0 and N >= 2 and c >= N*a
(set-logic QF_NRA)
(declare-fun a () Real)
(declare-fun N () Real)
(declare-fun c () Real)
(assert (and (> a 0.0) (>= N 2.0) (>= c (* 1.0 N a))))
(assert (not (<= a 0.0)))
(check-sat)

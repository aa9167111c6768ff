; -2*a < 0 given a > 0 and N >= 2 and c >= 0
(set-logic QF_NRA)
(declare-fun c () Real)
(declare-fun N () Real)
(declare-fun a () Real)
(assert (and (> a 0.0) (>= N 2.0) (>= c 0.0)))
(assert (not (< (* 1.0 (- 2.0) a) 0.0)))
(check-sat)

; b == 0 and c == a given a == c and b == -b
(set-logic QF_NRA)
(declare-fun b () Real)
(declare-fun c () Real)
(declare-fun a () Real)
(assert (and (= a c) (= b (* 1.0 (- 1.0) b))))
(assert (not (and (= b 0.0) (= c a))))
(check-sat)

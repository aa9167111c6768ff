; 0 <= -g*h + h^2 given g <= 0 and h >= 0
(set-logic QF_NRA)
(declare-fun h () Real)
(declare-fun g () Real)
(assert (and (<= g 0.0) (>= h 0.0)))
(assert (not (<= 0.0 (+ 0.0 (* 1.0 (- 1.0) g h) (* 1.0 h h)))))
(check-sat)

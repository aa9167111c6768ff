; 0 <= -g*h + q*h^2 given q > 0 and c > 0 and g > 0 and h >= 0 and h <= c
(set-logic QF_NRA)
(declare-fun c () Real)
(declare-fun h () Real)
(declare-fun g () Real)
(declare-fun q () Real)
(assert (and (> q 0.0) (> c 0.0) (> g 0.0) (>= h 0.0) (<= h c)))
(assert (not (<= 0.0 (+ 0.0 (* 1.0 (- 1.0) g h) (* 1.0 q 1.0 h h)))))
(check-sat)

; -g*(g/2) + (g/2)^2 <= -g*h + h^2 given g > 0 and h >= 0
(set-logic QF_NRA)
(declare-fun h () Real)
(declare-fun g () Real)
(assert (and (> g 0.0) (>= h 0.0)))
(assert (let ((a!1 (<= (+ 0.0
                  (* 1.0 (- (/ 1.0 2.0)) g g)
                  (* 1.0 (* 1.0 (/ 1.0 2.0) g) (* 1.0 (/ 1.0 2.0) g)))
               (+ 0.0 (* 1.0 (- 1.0) g h) (* 1.0 h h)))))
  (not a!1)))
(check-sat)

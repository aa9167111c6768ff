; h == 1/2*g given h > 0 and -g + 2*3/4*h == 0
(set-logic QF_NRA)
(declare-fun h () Real)
(declare-fun g () Real)
(assert (and (> h 0.0) (= (+ 0.0 (* 1.0 (- 1.0) g) (* 1.0 (/ 3.0 2.0) h)) 0.0)))
(assert (not (= h (* 1.0 (/ 1.0 2.0) g))))
(check-sat)

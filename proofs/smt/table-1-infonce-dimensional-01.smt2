; a > 0 and a/(a + c) > 0 given a > 0 and c >= 0
(set-logic QF_NRA)
(declare-fun c () Real)
(declare-fun a () Real)
(assert (not (= (+ 0.0 a c) 0.0)))
(assert (and (> a 0.0) (>= c 0.0)))
(assert (let ((a!1 (* 1.0 a (/ 1.0 (* 1.0 (+ 0.0 a c))))))
  (not (and (> a 0.0) (> a!1 0.0)))))
(check-sat)

; (r - c)^2 <= 0 <=> r == c
(set-logic QF_NRA)
(declare-fun c () Real)
(declare-fun r () Real)
(assert (let ((a!1 (<= (* 1.0 (+ 0.0 r (* 1.0 (- 1.0) c)) (+ 0.0 r (* 1.0 (- 1.0) c)))
               0.0)))
  (not (= a!1 (= r c)))))
(check-sat)

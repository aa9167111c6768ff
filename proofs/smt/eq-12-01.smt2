; w2 == 0 given s2 > 0 and c > 0 and w2 == 1/2*(2*c)/s2
(declare-fun s2 () Real)
(declare-fun c () Real)
(declare-fun w2 () Real)
(assert (not (= s2 0.0)))
(assert (let ((a!1 (= w2 (* 1.0 c (/ 1.0 (* 1.0 s2))))))
  (and (> s2 0.0) (> c 0.0) a!1)))
(assert (not (= w2 0.0)))
(check-sat)

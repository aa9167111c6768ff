; w == 2*w*s*w*s/b and b != 0 given s > 0 and w*b == 2*w*s*w*s
(declare-fun b () Real)
(declare-fun s () Real)
(declare-fun w () Real)
(assert (not (= b 0.0)))
(assert (and (> s 0.0) (= (* 1.0 w b) (* 1.0 2.0 w s w s))))
(assert (let ((a!1 (= w (* 1.0 2.0 w s w s (/ 1.0 (* 1.0 b))))))
  (not (and a!1 (not (= b 0.0))))))
(check-sat)

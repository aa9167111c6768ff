; w == 1/2*b/s^2 given s > 0 and w > 0 and b == 2*s^2*w
(declare-fun s () Real)
(declare-fun w () Real)
(declare-fun b () Real)
(assert (not (= (* 1.0 s s) 0.0)))
(assert (and (> s 0.0) (> w 0.0) (= b (* 1.0 2.0 1.0 s s w))))
(assert (let ((a!1 (= w (* 1.0 (/ 1.0 2.0) b (/ 1.0 (* 1.0 1.0 s s))))))
  (not a!1)))
(check-sat)

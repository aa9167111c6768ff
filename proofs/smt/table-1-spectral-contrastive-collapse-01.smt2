; -2*a*a/(a + c)^2 + (a + c)^2*(a/(a + c)^2)^2 <= -2*a*w + (a + c)^2*w^2 given a > 0 and c >= 0 and w >= 0
(declare-fun c () Real)
(declare-fun a () Real)
(declare-fun w () Real)
(assert (not (= (* 1.0 (+ 0.0 a c) (+ 0.0 a c)) 0.0)))
(assert (not (= (* 1.0 (+ 0.0 a c) (+ 0.0 a c)) 0.0)))
(assert (and (> a 0.0) (>= c 0.0) (>= w 0.0)))
(assert (let ((a!1 (* 1.0 1.0 (+ 0.0 a c) (+ 0.0 a c))))
(let ((a!2 (+ 0.0
              (* (* 1.0 (- 2.0) a) a (/ 1.0 a!1))
              (* a!1 1.0 (* 1.0 a (/ 1.0 a!1)) (* 1.0 a (/ 1.0 a!1))))))
(let ((a!3 (<= a!2 (+ 0.0 (* (* 1.0 (- 2.0) a) w) (* a!1 1.0 w w)))))
  (not a!3)))))
(check-sat)

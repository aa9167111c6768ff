; l == (-w1*b1 + w1^2*s1^2) + (-w2*b2 + w2^2*s2^2) given s1 > 0 and s2 > 0 and l == -b1*w1 + s1^2*w1^2 - b2*w2 + s2^2*w2^2
(set-logic QF_NRA)
(declare-fun w2 () Real)
(declare-fun s2 () Real)
(declare-fun b2 () Real)
(declare-fun w1 () Real)
(declare-fun s1 () Real)
(declare-fun b1 () Real)
(declare-fun l () Real)
(assert (let ((a!1 (= l
              (+ 0.0
                 (* (* 1.0 (- 1.0)) b1 w1)
                 (* 1.0 1.0 s1 s1 1.0 w1 w1)
                 (* (* 1.0 (- 1.0)) b2 w2)
                 (* 1.0 1.0 s2 s2 1.0 w2 w2)))))
  (and (> s1 0.0) (> s2 0.0) a!1)))
(assert (let ((a!1 (= l
              (+ 0.0
                 0.0
                 (* (* 1.0 (- 1.0)) w1 b1)
                 (* 1.0 1.0 w1 w1 1.0 s1 s1)
                 0.0
                 (* (* 1.0 (- 1.0)) w2 b2)
                 (* 1.0 1.0 w2 w2 1.0 s2 s2)))))
  (not a!1)))
(check-sat)

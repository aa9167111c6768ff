; beta*a - (1 - beta)*c > 0 given a > 0 and c >= 0 and beta >= 1
(set-logic QF_NRA)
(declare-fun beta () Real)
(declare-fun c () Real)
(declare-fun a () Real)
(assert (and (> a 0.0) (>= c 0.0) (>= beta 1.0)))
(assert (let ((a!1 (* (* 1.0 (- 1.0)) (+ 0.0 1.0 (* (* 1.0 (- 1.0)) beta)) c)))
  (not (> (+ 0.0 (* 1.0 beta a) a!1) 0.0))))
(check-sat)

; a - gamma <= 0 <=> gamma >= a given a > 0 and gamma >= 0
(set-logic QF_NRA)
(declare-fun gamma () Real)
(declare-fun a () Real)
(assert (and (> a 0.0) (>= gamma 0.0)))
(assert (let ((a!1 (= (<= (+ 0.0 a (* 1.0 (- 1.0) gamma)) 0.0) (>= gamma a))))
  (not a!1)))
(check-sat)

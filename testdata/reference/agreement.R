# Agreement of coders, in base R alone: Cohen's kappa with the delta-method
# standard error got by differentiating kappa numerically, which is another way
# to it than the formula of Fleiss, Cohen and Everitt (1969), and Krippendorff's
# alpha for nominal values from the coincidence matrix, with its jackknife.
#
#   Rscript agreement.R         (in this folder; R 4.2.2)
source("write.R")

kappa_of <- function(p) {
  po <- sum(diag(p)); pe <- sum(rowSums(p) * colSums(p))
  (po - pe) / (1 - pe)
}
# The gradient over the cells, and the multinomial's covariance around it.
kappa_se <- function(p, n) {
  h <- 1e-5
  g <- sapply(seq_along(p), function(i) {
    up <- p; down <- p
    up[i] <- up[i] + h; down[i] <- down[i] - h
    # kappa of cells that need not sum to 1: normalise, as the multinomial does
    (kappa_of(up / sum(up)) - kappa_of(down / sum(down))) / (2 * h)
  })
  v <- as.vector(p)
  sqrt((sum(g^2 * v) - sum(g * v)^2) / n)
}

tables <- list(
  # Fleiss, Cohen and Everitt (1969), their example: shares of 200.
  published = matrix(c(106, 10, 4, 22, 28, 10, 2, 12, 6), 3, byrow = TRUE),
  two = matrix(c(20, 5, 10, 15), 2, byrow = TRUE),
  four = matrix(c(70, 3, 2, 1, 4, 50, 3, 3, 2, 1, 38, 4, 0, 1, 1, 12), 4, byrow = TRUE),
  worse = matrix(c(1, 9, 8, 2), 2, byrow = TRUE)
)
out <- NULL
for (name in names(tables)) {
  counts <- tables[[name]]; n <- sum(counts); p <- counts / n
  out <- rbind(out, data.frame(table = name, cells = paste(as.vector(t(counts)), collapse = " "), kappa = exact(kappa_of(p)), se = exact(kappa_se(p, n))))
}
save_csv(out, "agreement-kappa.csv")

alpha_of <- function(units) {
  units <- Filter(function(u) length(u) >= 2, lapply(units, function(u) u[!is.na(u)]))
  values <- sort(unique(unlist(units)))
  o <- matrix(0, length(values), length(values))
  for (u in units) for (i in seq_along(u)) for (j in seq_along(u)) if (i != j) {
    a <- match(u[i], values); b <- match(u[j], values)
    o[a, b] <- o[a, b] + 1 / (length(u) - 1)
  }
  n <- rowSums(o)
  1 - (sum(n) - 1) * (sum(o) - sum(diag(o))) / (sum(n)^2 - sum(n^2))
}
alpha_interval <- function(units, level = 0.95) {
  units <- Filter(function(u) sum(!is.na(u)) >= 2, units)
  m <- length(units)
  left <- sapply(seq_len(m), function(i) alpha_of(units[-i]))
  se <- sqrt((m - 1) / m * sum((left - mean(left))^2))
  alpha_of(units) + c(-1, 1) * qt(1 - (1 - level) / 2, m - 1) * se
}
sets <- list(
  # Krippendorff (2011), his example C: four coders, twelve units, values missing.
  published = list(
    c(1, 2, 3, 3, 2, 1, 4, 1, 2, NA, NA, NA), c(1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NA, 3),
    c(NA, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NA), c(1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NA)),
  two = list(c(1, 1, 2, 3, 2, 1, 1, 3, NA, 2), c(1, 2, 2, 3, 2, 1, 3, 3, 1, NA))
)
out <- NULL
for (name in names(sets)) {
  coders <- sets[[name]]
  units <- lapply(seq_along(coders[[1]]), function(i) sapply(coders, function(v) v[i]))
  ci <- alpha_interval(units)
  words <- sapply(coders, function(v) paste(ifelse(is.na(v), ".", v), collapse = " "))
  out <- rbind(out, data.frame(set = name, coders = paste(words, collapse = "/"), alpha = exact(alpha_of(units)), low = exact(ci[1]), high = exact(ci[2])))
}
save_csv(out, "agreement-alpha.csv")

# Tests of tables from R survey and base R, in long form.
#
#   Rscript table.R          (in this folder; R 4.2.2, survey 4.1-1; after estimate.R, which makes data/)
suppressPackageStartupMessages(library(survey))
source("write.R")
options(warn = -1)

bands <- list(api_band = c("api00", 600, 700, 800), enroll_band = c("enroll", 300, 500, 900), meals_band = c("meals", 25, 50, 75))
prepare <- function(file) {
  d <- read.csv(file, stringsAsFactors = FALSE)
  for (b in names(bands)) if (bands[[b]][1] %in% names(d)) d[[b]] <- findInterval(d[[bands[[b]][1]]], as.numeric(bands[[b]][-1]))
  d
}
files <- c(apisrs = "data/apisrs.csv", apistrat = "data/apistrat.csv", apiclus1 = "data/apiclus1.csv", apiclus2 = "data/apiclus2.csv", clusters = "clusters.csv")
sets <- lapply(files, prepare)
designs <- list(
  c("apisrs", "", "", "", ""), c("apisrs", "", "", "pw", "fpc"), c("apistrat", "", "stype", "pw", "fpc"), c("apistrat", "", "", "pw", ""),
  c("apiclus1", "dnum", "", "pw", ""), c("apiclus1", "dnum", "", "pw", "fpc"), c("apiclus2", "dnum,snum", "", "pw", "fpc1,fpc2"),
  c("clusters", "office", "", "", ""), c("clusters", "office", "region", "weight", ""), c("clusters", "", "region", "weight", ""))
formula_of <- function(s) if (s == "") NULL else reformulate(strsplit(s, ",")[[1]])
design <- function(x) {
  d <- sets[[x[1]]]
  d$one_ <- 1
  svydesign(ids = if (x[2] == "") ~1 else formula_of(x[2]), strata = formula_of(x[3]), weights = if (x[4] == "") ~one_ else formula_of(x[4]),
    fpc = formula_of(x[5]), data = d)
}
variables <- function(x) if (x[1] == "clusters") c("condition", "industry", "combination", "stage", "region") else
  c("stype", "sch_wide", "awards1", "comp", "api_band", "enroll_band", "meals_band")
numbers <- function(x) if (x[1] == "clusters") c("requests", "weight") else c("api00", "meals", "enroll")
quoted <- function(s) ifelse(grepl(",", s), paste0('"', s, '"'), s)
out <- NULL
add <- function(x, method, rows, columns, statistic, df1, df2, p) if (is.finite(p)) out <<- rbind(out, data.frame(data = x[1], psu = quoted(x[2]),
  strata = x[3], weights = x[4], fpc = quoted(x[5]), method = method, rows = rows, columns = columns,
  statistic = exact(as.numeric(statistic)), df1 = exact(as.numeric(df1)), df2 = exact(as.numeric(df2)), p = exact(as.numeric(p))))
par <- function(t, k) if (length(t$parameter) >= k) t$parameter[[k]] else NA

# The exact tail of sum(lambda chisq_1) over x chisq_ddf / ddf: Imhof's integral
# on a logarithmic scale, where the trapezoidal rule is exact.
imhof <- function(x, lambda, ddf) {
  l <- c(lambda, -x / ddf); h <- c(rep(1, length(lambda)), ddf)
  s <- seq(-45, 25, by = 0.002); u <- exp(s)
  theta <- 0; rho <- 0
  for (k in seq_along(l)) { theta <- theta + h[k] * atan(l[k] * u) / 2; rho <- rho + h[k] * log1p((l[k] * u)^2) / 4 }
  0.5 + sum(sin(theta) * exp(-rho)) * 0.002 / pi
}
# The eigenvalues of the design effect matrix, with observed or expected shares.
effects <- function(f, d, null = FALSE) {
  v <- all.vars(f); a <- factor(d$variables[[v[1]]]); b <- factor(d$variables[[v[2]]])
  d$variables$cell_ <- interaction(a, b)
  m <- svymean(~cell_, d); p <- as.numeric(coef(m)); n <- nrow(d$variables)
  grid <- expand.grid(r = 1:nlevels(a), c = 1:nlevels(b))
  X1 <- model.matrix(~factor(r) + factor(c), grid); X12 <- model.matrix(~factor(r) * factor(c), grid)
  C <- qr.resid(qr(X1), X12[, -(1:ncol(X1)), drop = FALSE])
  D <- if (null) { t <- matrix(p, nlevels(a)); as.vector(outer(rowSums(t), colSums(t))) } else p
  i <- diag(ifelse(D == 0, 0, 1 / D))
  Re(eigen(solve(t(C) %*% (i / n) %*% C, t(C) %*% i %*% vcov(m) %*% i %*% C), only.values = TRUE)$values)
}
for (x in designs) {
  whole <- design(x); v <- variables(x)
  for (i in seq_along(v)) for (j in seq_along(v)) if (i < j) {
    d <- subset(whole, !is.na(whole$variables[[v[i]]]) & !is.na(whole$variables[[v[j]]]))   # else missing rows count in n
    f <- as.formula(paste0("~", v[i], "+", v[j]))
    try({ t <- svychisq(f, d, statistic = "F"); add(x, "rao_scott", v[i], v[j], t$statistic, par(t, 1), par(t, 2), t$p.value)
      ddf <- par(t, 2); nu <- ddf / par(t, 1)
      X <- svychisq(f, d, statistic = "Chisq")
      add(x, "rao_scott_chi", v[i], v[j], X$statistic, par(X, 1), NA, X$p.value)
      l <- effects(f, d)
      add(x, "rao_scott_exact", v[i], v[j], X$statistic, par(t, 1), ddf, if (length(l) == 1) t$p.value else imhof(as.numeric(X$statistic), l, ddf))
      l <- effects(f, d, TRUE); d0 <- sum(l)^2 / sum(l^2)
      add(x, "rao_scott_null", v[i], v[j], X$statistic / sum(l), d0, d0 * nu, pf(X$statistic / sum(l), d0, d0 * nu, lower.tail = FALSE)) }, silent = TRUE)
    try({ t <- svychisq(f, d, statistic = "Wald"); add(x, "wald", v[i], v[j], t$statistic, par(t, 1), par(t, 2), t$p.value) }, silent = TRUE)
    try({ t <- svychisq(f, d, statistic = "adjWald"); add(x, "wald_adjusted", v[i], v[j], t$statistic, par(t, 1), par(t, 2), t$p.value) }, silent = TRUE)
    if (x[2] == "" && x[3] == "" && x[5] == "" || x[1] == "clusters" && x[4] == "") {
      t <- chisq.test(table(d$variables[[v[i]]], d$variables[[v[j]]]), correct = FALSE)
      add(x, "pearson", v[i], v[j], t$statistic, par(t, 1), NA, t$p.value)
    }
  }
  d <- whole
  for (y in numbers(x)) for (g in v) {
    d$variables$g_ <- factor(d$variables[[g]]); d$variables$y_ <- d$variables[[y]]
    try({ t <- svyranktest(y_ ~ g_, d)
      if (nlevels(d$variables$g_) == 2) add(x, "rank", y, g, t$statistic^2, 1, t$parameter, t$p.value)
      else add(x, "rank", y, g, t$parameter / t$statistic, t$statistic, t$ddf, t$p.value) }, silent = TRUE)
    try({ m <- svyglm(y_ ~ g_, d); t <- regTermTest(m, ~g_); add(x, "means", y, g, t$Ftest, t$df, t$ddf, t$p) }, silent = TRUE)
  }
  # Ranks on ranks: svyranktest's formulas with a number in place of two groups, and a tie at its middle whatever the order of rows.
  ordered <- if (x[1] == "clusters") c("requests", "weight", "combination_yes") else c("api00", "api_band", "enroll_band", "meals_band", "comp")
  if (x[1] == "clusters") d$variables$combination_yes <- as.numeric(d$variables$combination == "yes")
  whole <- d
  for (i in seq_along(ordered)) for (j in seq_along(ordered)) if (i != j) {
    d <- subset(whole, !is.na(whole$variables[[ordered[i]]]) & !is.na(whole$variables[[ordered[j]]]))
    w <- weights(d, "sampling"); N <- sum(w)
    score <- function(y) { r <- numeric(length(y)); ii <- order(y); r[ii] <- ave(cumsum(w[ii]), factor(y[ii]), FUN = max) - ave(w[ii], factor(y[ii]), FUN = sum) / 2; r / N }
    u <- score(d$variables[[ordered[i]]]); g <- score(d$variables[[ordered[j]]])
    m <- lm(u ~ g, weights = w); X <- model.matrix(m)
    s <- svytotal((X * (u - fitted(m))) %*% summary(m)$cov.unscaled, d)
    stat <- coef(m)[[2]] / SE(s)[[2]]
    add(x, "trend", ordered[i], ordered[j], stat, NA, degf(d) - 1, 2 * pt(-abs(stat), degf(d) - 1))
    if (length(unique(g)) == 2 && length(unique(w)) == 1) { d$variables$y_ <- d$variables[[ordered[i]]]; d$variables$g_ <- d$variables[[ordered[j]]]
      t <- svyranktest(y_ ~ g_, d); stopifnot(abs(t$statistic / stat - 1) < 1e-10) }
    if (x[5] == "" && x[3] == "") for (k in c("spearman", "kendall")) {
      a <- d$variables[[ordered[i]]]; b <- d$variables[[ordered[j]]]
      t <- cor.test(a, b, method = k, exact = FALSE)
      add(x, paste0(k, "_estimate"), ordered[i], ordered[j], t$estimate, NA, NA, t$p.value)
    }
    if (x[5] == "" && x[3] == "" && i < j) {       # Goodman and Kruskal (1972), by going through every pair
      a <- d$variables[[ordered[i]]]; b <- d$variables[[ordered[j]]]
      pairs <- sign(outer(a, a, "-")) * sign(outer(b, b, "-"))
      con <- rowSums(pairs > 0); dis <- rowSums(pairs < 0); P <- sum(con); Q <- sum(dis); n <- length(a)
      g <- (P - Q) / (P + Q); se <- sqrt(4 / (P + Q)^2 * (sum((con - dis)^2) - (P - Q)^2 / n))
      add(x, "gamma_estimate", ordered[i], ordered[j], g, NA, NA, 2 * pnorm(-abs(g / se)))
    }
  }
}
save_csv(out, "table-tests.csv")

# Fit to known shares.
out <- NULL
known <- list(stype = c(.7, .1, .2), comp = c(.3, .7), sch_wide = c(.25, .75), awards1 = c(.4, .6), api_band = c(.3, .3, .2, .2), meals_band = c(.25, .25, .25, .25),
  condition = c(.3, .3, .1, .3), industry = c(.2, .3, .2, .2, .1), region = c(.4, .3, .3))
for (x in designs) {
  d <- design(x)
  for (v in intersect(names(known), variables(x))) {
    d$variables$v_ <- factor(d$variables[[v]])
    if (nlevels(d$variables$v_) != length(known[[v]])) next
    try({ t <- svygofchisq(~v_, p = known[[v]], d)
      l <- t$lambda; deg <- sum(l)^2 / sum(l^2)
      add(x, "fit_chi", v, paste(known[[v]], collapse = " "), t$statistic * deg / sum(l), t$parameter["df"], NA, t$p.value)
      nu <- degf(d); F <- t$statistic / sum(l)
      add(x, "fit", v, paste(known[[v]], collapse = " "), F, deg, deg * nu, pf(F, deg, deg * nu, lower.tail = FALSE)) }, silent = TRUE)
    t <- chisq.test(table(d$variables$v_), p = known[[v]])
    add(x, "fit_pearson", v, paste(known[[v]], collapse = " "), t$statistic, t$parameter, NA, t$p.value)
  }
}
save_csv(out, "table-fit.csv")

# Fisher's exact test: counts by row, columns within a row apart by spaces.
set.seed(1922, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
out <- NULL
fisher <- function(m) { out <<- rbind(out, data.frame(rows = nrow(m), counts = paste(t(m), collapse = " "),
  p = exact(fisher.test(m, workspace = 2e8)$p.value))) }
for (dims in list(c(2, 2), c(2, 3), c(2, 5), c(3, 3), c(3, 4), c(4, 4), c(5, 3), c(2, 8))) for (n in c(8, 15, 25, 40)) for (k in 1:2) {
  m <- matrix(rmultinom(1, n, runif(prod(dims))), dims[1])
  if (all(rowSums(m) > 0) && all(colSums(m) > 0)) fisher(m)
}
fisher(matrix(c(1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11), 4))   # job satisfaction, Agresti (2002), p. 57; in ?fisher.test
fisher(matrix(c(3, 1, 1, 3), 2))                                            # the lady tasting tea
cases <- sets$clusters[1:60, ]
for (v in c("industry", "combination", "stage")) fisher(unclass(table(cases$condition, cases[[v]])))
save_csv(out, "table-fisher.csv")

# Raising p values for several tests, and Cramer's V by its formulas.
out <- NULL
for (k in 1:12) { p <- round(runif(k + 1)^3, 4)
  for (how in c("holm", "bonferroni")) { q <- p.adjust(p, how)
    for (i in seq_along(p)) out <- rbind(out, data.frame(set = k, how = how, p = exact(p[i]), adjusted = exact(q[i]))) } }
save_csv(out, "table-adjust.csv")
out <- NULL
for (x in designs[c(1, 8)]) { v <- variables(x)
  for (i in seq_along(v)) for (j in seq_along(v)) if (i < j) {
    m <- table(sets[[x[1]]][[v[i]]], sets[[x[1]]][[v[j]]]); n <- sum(m); r <- nrow(m); k <- ncol(m)
    phi <- as.numeric(chisq.test(m, correct = FALSE)$statistic) / n
    low <- max(0, phi - (r - 1) * (k - 1) / (n - 1)); rr <- r - (r - 1)^2 / (n - 1); kk <- k - (k - 1)^2 / (n - 1)
    out <- rbind(out, data.frame(data = x[1], rows = v[i], columns = v[j], w = exact(sqrt(phi)), v = exact(sqrt(phi / (min(r, k) - 1))),
      corrected = exact(sqrt(low / (min(rr, kk) - 1))))) } }
save_csv(out, "table-effects.csv")

# Differences between columns: each column a domain, with their covariance.
out <- NULL
for (x in designs) {
  d <- design(x)
  for (pair in if (x[1] == "clusters") list(c("condition", "industry")) else list(c("awards1", "stype"), c("api_band", "comp"))) {
    d$variables$c_ <- factor(d$variables[[pair[2]]]); levels_ <- levels(d$variables$c_)
    for (r in sort(unique(d$variables[[pair[1]]]))) {
      d$variables$hit_ <- as.numeric(d$variables[[pair[1]]] == r)
      m <- svyby(~hit_, ~c_, d, svymean, covmat = TRUE)
      for (a in levels_) for (b in levels_) if (a < b && all(table(d$variables$c_)[c(a, b)] >= 30)) {
        s <- svycontrast(m, setNames(list(setNames(c(1, -1), c(a, b))), "difference"))
        df <- degf(subset(d, c_ %in% c(a, b)))
        out <- rbind(out, data.frame(data = x[1], psu = quoted(x[2]), strata = x[3], weights = x[4], fpc = quoted(x[5]), rows = pair[1], row = r,
          columns = pair[2], first = a, second = b, difference = exact(coef(s)[[1]]), se = exact(SE(s)[[1]]), df = df,
          p = exact(2 * pt(-abs(coef(s)[[1]] / SE(s)[[1]]), df))))
      }
    }
  }
}
save_csv(out, "table-letters.csv")
# Shares of answers given: ratios of the answers in a cell to all of the unit's.
out <- NULL
for (x in designs[1:7]) {
  d <- design(x)
  items <- c("sch_wide", "awards1", "comp"); d$variables[items] <- lapply(d$variables[items], function(v) if (is.character(v)) as.numeric(v == "Yes") else v)
  d$variables$all_ <- rowSums(d$variables[items])
  for (i in items) { d$variables$hit_ <- d$variables[[i]]
    r <- svyratio(~hit_, ~all_, d)
    out <- rbind(out, data.frame(data = x[1], psu = quoted(x[2]), strata = x[3], weights = x[4], fpc = quoted(x[5]), item = i,
      p = exact(coef(r)[[1]]), se = exact(SE(r)[[1]]))) }
}
save_csv(out, "table-answers.csv")
# Means by column.
out <- NULL
for (x in designs[1:7]) {
  d <- design(x)
  for (l in c("E", "H", "M")) { e <- subset(d, stype == l & !is.na(api00)); m <- svymean(~api00, e)
    if (degf(e) < 1) next
    ci <- confint(m, df = degf(e))
    out <- rbind(out, data.frame(data = x[1], psu = quoted(x[2]), strata = x[3], weights = x[4], fpc = quoted(x[5]), column = l,
      mean = exact(coef(m)[[1]]), se = exact(SE(m)[[1]]), df = degf(e), low = exact(ci[1]), high = exact(ci[2]))) }
}
save_csv(out, "table-means.csv")

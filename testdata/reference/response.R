# Response rates, those who answered against the frame, propensities and
# R-indicators, by base R and by the formulas of the sources that doc.go names.
#
#   Rscript response.R          (in this folder; R 4.2.2)
source("write.R")
out <- list()
keep <- function(set, statistic, name, value) out[[length(out) + 1]] <<- data.frame(set, statistic, name = gsub(",", ";", name), value = exact(as.numeric(value)))

# AAPOR's formulas over made-up counts (I, P, R, NC, O, UH, UO, NE), with e by
# proportional allocation and given.
tables <- list(a = c(451, 38, 210, 170, 22, 65, 31, 54), b = c(84, 0, 3, 5, 0, 0, 0, 2), c = c(1200.5, 40.25, 900, 800.75, 12, 3000, 0, 1500),
  d = c(10, 5, 0, 0, 0, 0, 7, 0), e = c(65, 2, 9, 12, 1, 3, 2, 0),
  f = c(195, 0, 30, 41, 6, 12, 0, 8), g = c(2210, 305, 1890, 3070, 88, 640, 1212, 420))
counts <- do.call(rbind, lapply(names(tables), function(n) data.frame(set = n, t(setNames(tables[[n]], c("I", "P", "R", "NC", "O", "UH", "UO", "NE"))))))
save_csv(counts, "response-counts.csv")
for (set in names(tables)) for (given in c(NA, .25, 1)) {
  x <- tables[[set]]; I <- x[1]; P <- x[2]; R <- x[3]; NC <- x[4]; O <- x[5]; UH <- x[6]; UO <- x[7]; NE <- x[8]
  e <- if (is.na(given)) (I + P + R + NC + O) / (I + P + R + NC + O + NE) else given
  tag <- paste0(set, if (is.na(given)) "" else paste0("@", given))
  put <- function(name, value) keep(tag, "rate", name, value)
  put("E", e)
  put("RR1", I / ((I + P) + (R + NC + O) + (UH + UO))); put("RR2", (I + P) / ((I + P) + (R + NC + O) + (UH + UO)))
  put("RR3", I / ((I + P) + (R + NC + O) + e * (UH + UO))); put("RR4", (I + P) / ((I + P) + (R + NC + O) + e * (UH + UO)))
  put("RR5", I / ((I + P) + (R + NC + O))); put("RR6", (I + P) / ((I + P) + (R + NC + O)))
  put("COOP1", I / ((I + P) + R + O)); put("COOP2", (I + P) / ((I + P) + R + O)); put("COOP3", I / ((I + P) + R)); put("COOP4", (I + P) / ((I + P) + R))
  put("REF1", R / ((I + P) + (R + NC + O) + (UH + UO))); put("REF2", R / ((I + P) + (R + NC + O) + e * (UH + UO))); put("REF3", R / ((I + P) + (R + NC + O)))
  put("CON1", ((I + P) + R + O) / ((I + P) + R + O + NC + (UH + UO))); put("CON2", ((I + P) + R + O) / ((I + P) + R + O + NC + e * (UH + UO)))
  put("CON3", ((I + P) + R + O) / ((I + P) + R + O + NC))
}

# Frames: three data sets, with answering made up from their own numbers. w is 1
# where all were asked.
read <- function(f) read.csv(file.path("data", paste0(f, ".csv")), stringsAsFactors = FALSE)
frames <- list(
  srs = list(d = read("apisrs"), categories = c("stype", "sch_wide"), numbers = c("meals", "api99"), y = c("api00", "awards1"), w = "", slope = "meals"),
  strat = list(d = read("apistrat"), categories = c("stype", "sch_wide"), numbers = c("enroll"), y = c("api00", "ell"), w = "pw", slope = "api99"),
  swiss = list(d = read("swiss-sample"), categories = "REG", numbers = c("H00PTOT"), y = c("Surfacesbois"), w = "", slope = "POPTOT"),
  draw = list(d = read.csv("draw-frame.csv", stringsAsFactors = FALSE), categories = "province", numbers = c("income"), y = "inhabitants", w = "", slope = "income"))
frames$clus1 <- list(d = read("apiclus1"), categories = c("stype"), numbers = c("ell"), y = c("api00"), w = "pw", slope = "meals")
frames$clus2 <- list(d = read("apiclus2"), categories = c("stype", "awards1"), numbers = c("meals"), y = c("api00"), w = "pw", slope = "api99")
for (set in names(frames)) { frames[[set]]$by <- .4; frames[[paste0(set, "2")]] <- modifyList(frames[[set]], list(by = .15)) }
fun <- function(x) (sin(seq_along(x) * 12.9898) * 43758.5453) %% 1   # a stated sequence in [0, 1)
answers <- list()
for (set in names(frames)) {
  f <- frames[[set]]; d <- f$d
  if (set %in% c("swiss", "swiss2")) d <- d[d$REG != 7, ]
  rank <- rank(d[[f$slope]]) / nrow(d)
  r <- as.numeric(fun(rank) < .35 + f$by * rank)
  answers[[set]] <- data.frame(set, row = as.integer(rownames(d)), answered = r)
  w <- if (f$w == "") rep(1, nrow(d)) else d[[f$w]]
  for (v in f$categories) {
    t <- chisq.test(table(d[[v]], r), correct = FALSE)
    keep(set, "chi-square", v, t$statistic); keep(set, "df", v, t$parameter); keep(set, "p", v, t$p.value); keep(set, "least", v, min(t$expected))
    for (g in sort(unique(d[[v]]))) {
      x <- as.numeric(d[[v]] == g); p1 <- weighted.mean(x[r == 1], w[r == 1]); p0 <- weighted.mean(x[r == 0], w[r == 0])
      keep(set, "difference", paste0(v, "=", g), (p1 - p0) / sqrt((p1 * (1 - p1) + p0 * (1 - p0)) / 2))
      keep(set, "among", paste0(v, "=", g), p1); keep(set, "frame", paste0(v, "=", g), weighted.mean(x, w))
      keep(set, "rate", paste0(v, "=", g), weighted.mean(r[x == 1], w[x == 1]))
    }
  }
  for (v in f$numbers) {
    t <- t.test(d[[v]][r == 1], d[[v]][r == 0])
    keep(set, "t", v, t$statistic); keep(set, "df", v, t$parameter); keep(set, "p", v, t$p.value)
    m <- function(k) weighted.mean(d[[v]][r == k], w[r == k])
    s <- function(k) { n <- sum(r == k); sum(w[r == k] * (d[[v]][r == k] - m(k))^2) / sum(w[r == k]) * n / (n - 1) }
    keep(set, "difference", v, (m(1) - m(0)) / sqrt((s(1) + s(0)) / 2)); keep(set, "among", v, m(1)); keep(set, "frame", v, weighted.mean(d[[v]], w))
  }
  for (model in c("categories", "all")) {
    terms <- c(paste0("factor(", f$categories, ")"), if (model == "all") f$numbers)
    tag <- paste0(set, "/", model)
    wn <- w / mean(w)
    g <- suppressWarnings(glm(reformulate(terms, "r"), binomial, cbind(d, r, wn), weights = wn, control = glm.control(1e-15, 200)))
    b <- coef(g); names(b) <- gsub("factor\\(([^)]*)\\)", "\\1 ", sub("(Intercept)", "constant", names(b), fixed = TRUE))
    rho <- fitted(g)
    # vcov(g) is of the step before the last; this is at the estimates.
    V <- solve(crossprod(model.matrix(g) * wn * rho * (1 - rho), model.matrix(g)))
    stopifnot(all.equal(V, vcov(g), tolerance = 1e-5))
    for (i in seq_along(b)) { keep(tag, "coefficient", names(b)[i], b[i]); keep(tag, "se", names(b)[i], sqrt(diag(V))[i]) }
    for (i in round(seq(1, nrow(d), length.out = 15))) keep(tag, "propensity", i, rho[i])
    keep(tag, "deviance", "", deviance(g))
    N <- sum(w); n <- nrow(d); mean_rho <- sum(w * rho) / N
    S2 <- sum(w * (rho - mean_rho)^2) / (N - 1)
    z <- rho * (1 - rho) * model.matrix(g)
    bias <- sum(w * diag(z %*% V %*% t(z))) / N - (1 / n - 1 / N) * S2
    A <- sqrt(max(0, S2 - bias))
    keep(tag, "S", "", sqrt(S2)); keep(tag, "R", "", 1 - 2 * sqrt(S2)); keep(tag, "bias", "", bias); keep(tag, "adjusted", "", 1 - 2 * A)
    keep(tag, "CV", "", sqrt(S2) / mean_rho); keep(tag, "CV adjusted", "", A / mean_rho); keep(tag, "mean", "", mean_rho)
    # Weighting classes: cells of the categories, and fifths of the propensity.
    q <- sort(round(rho, 10)); cuts <- unique(q[ceiling(n * (1:4) / 5)]); cuts <- cuts[cuts < max(q)]
    classes <- if (model == "categories") do.call(paste, d[, f$categories, drop = FALSE]) else findInterval(round(rho, 10), cuts, left.open = TRUE)
    factor <- ave(w, classes, FUN = sum) / ave(w * r, classes, FUN = sum)
    for (y in f$y) {
      keep(tag, "before", y, weighted.mean(d[[y]][r == 1], w[r == 1]))
      keep(tag, "after", y, weighted.mean(d[[y]][r == 1], (w * factor)[r == 1]))
    }
  }
}
save_csv(do.call(rbind, out), "response.csv")
save_csv(do.call(rbind, answers), "response-answers.csv")

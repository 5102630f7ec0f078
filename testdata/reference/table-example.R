# The worked example's tables of condition by industry and by size of firm, from
# R survey, in long form.
#
#   Rscript table-example.R          (in this folder; R 4.2.2, survey 4.1-1)
#
# data/par56.csv holds the codes of the reconstructed cases and the number of
# their jobcentre, and no text; a test of report/study keeps it true.
suppressPackageStartupMessages(library(survey))
source("write.R")
d <- read.csv("data/par56.csv", stringsAsFactors = FALSE)
# The four largest industries are columns, the others are one.
n <- table(d$industry[!d$industry %in% c("other", "dont_know")])
largest <- names(sort(n, decreasing = TRUE))[1:4]
stopifnot(sort(n, decreasing = TRUE)[4] > sort(n, decreasing = TRUE)[5])
d$industry[!d$industry %in% largest] <- "joined"
d$one_ <- 1
whole <- svydesign(ids = ~jobcentre, weights = ~one_, data = d)
out <- NULL
add <- function(table, row, column, what, value) out <<- rbind(out, data.frame(table = table, row = row, column = column, what = what, value = exact(as.numeric(value))))
for (x in list(c("condition-by-industry", "industry"), c("condition-by-firm-size", "firm_size"))) {
  v <- d[[x[2]]]
  for (column in c(sort(unique(v)), "all")) {
    part <- if (column == "all") whole else subset(whole, v == column)
    for (row in sort(unique(d$condition))) {
      part$variables$y_ <- as.numeric(part$variables$condition == row)
      m <- svymean(~y_, part)
      add(x[1], row, column, "share", coef(m)); add(x[1], row, column, "se", SE(m))
      add(x[1], row, column, "df", degf(part)); add(x[1], row, column, "n", sum(part$variables$y_))
    }
  }
  t <- svychisq(as.formula(paste("~condition +", x[2])), whole, statistic = "F")
  add(x[1], "", "", "F", t$statistic); add(x[1], "", "", "df1", t$parameter[[1]]); add(x[1], "", "", "df2", t$parameter[[2]])
  add(x[1], "", "", "p", t$p.value)
  m <- table(d$condition, v)
  X2 <- suppressWarnings(chisq.test(m, correct = FALSE))$statistic
  add(x[1], "", "", "x2", X2); add(x[1], "", "", "v", sqrt(X2 / sum(m) / (min(dim(m)) - 1)))
}
save_csv(out, "table-example.csv")

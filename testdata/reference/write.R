# Writing numbers so that reading them gives the same bits.
exact <- function(x) ifelse(is.na(x), "", formatC(x, digits = 17, format = "g", width = 1))
save_csv <- function(rows, file) write.csv(rows, file, row.names = FALSE, quote = FALSE, na = "")

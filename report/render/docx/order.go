package docx

import "strings"

// orders are the children of elements in the order of the standard (ECMA-376,
// Part 1, annex A, with what Part 4 adds for transitional files). Elements that
// are not listed may have theirs in any order.
var orders = map[string][]string{
	"pPr": words(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
		suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
		spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
		divId cnfStyle rPr sectPr pPrChange`),
	"rPr": words(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
		vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
		eastAsianLayout specVanish oMath rPrChange`),
	"tblPr": words(`tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
		tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange`),
	"tcPr": words(`cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
		headers cellIns cellDel cellMerge tcPrChange`),
	"tbl":         words("bookmarkStart bookmarkEnd tblPr tblGrid tr sdt"),
	"tblGrid":     words("gridCol tblGridChange"),
	"tr":          words("tblPrEx trPr tc sdt"),
	"tblBorders":  words("top left start bottom right end insideH insideV"),
	"tcBorders":   words("top left start bottom right end insideH insideV tl2br tr2bl"),
	"tblCellMar":  words("top left start bottom right end"),
	"pBdr":        words("top left bottom right between bar"),
	"numPr":       words("ilvl numId ins"),
	"sdt":         words("sdtPr sdtEndPr sdtContent"),
	"sdtPr":       words("rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding appearance color label tabIndex equation comboBox date docPartObj docPartList dropDownList picture richText text citation group bibliography"),
	"docPartObj":  words("docPartGallery docPartCategory docPartUnique"),
	"sectPr":      words("headerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"),
	"style":       words("name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"),
	"tblStylePr":  words("pPr rPr tblPr trPr tcPr"),
	"styles":      words("docDefaults latentStyles style"),
	"docDefaults": words("rPrDefault pPrDefault"),
	"numbering":   words("numPicBullet abstractNum num numIdMacAtCleanup"),
	"abstractNum": words("nsid multiLevelType tmpl name styleLink numStyleLink lvl"),
	"lvl":         words("start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
	"num":         words("abstractNumId lvlOverride"),
	"lvlOverride": words("startOverride lvl"),
	"document":    words("background body"),
	"inline":      words("extent effectExtent docPr cNvGraphicFramePr graphic"),
	"pic":         words("nvPicPr blipFill spPr"),
	"nvPicPr":     words("cNvPr cNvPicPr"),
	"blipFill":    words("blip srcRect tile stretch"),
	"spPr":        words("xfrm custGeom prstGeom noFill solidFill ln effectLst"),
	"xfrm":        words("off ext"),
	"settings": words(`writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
		displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
		embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
		bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
		formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge
		revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride
		styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
		doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders
		bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing
		displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin
		drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning
		characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore
		savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
		doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace
		updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang
		clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown
		smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator`),
}

// chartOrders are the children of elements of charts (ECMA-376, Part 1, 21.2).
// A series is of bars or of a line; none has what only the other may.
var chartOrders = map[string][]string{
	"chartSpace":   words("date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst"),
	"chart":        words("title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax extLst"),
	"plotArea":     words("layout barChart lineChart catAx valAx dTable spPr extLst"),
	"barChart":     words("barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst"),
	"lineChart":    words("grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst"),
	"ser":          words("idx order tx spPr marker invertIfNegative pictureOptions dPt dLbls trendline errBars cat val smooth shape extLst"),
	"dPt":          words("idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst"),
	"dLbls":        words("dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst"),
	"dLbl":         words("idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator extLst"),
	"errBars":      words("errDir errBarType errValType noEndCap plus minus val spPr extLst"),
	"catAx":        words("axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst"),
	"valAx":        words("axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst"),
	"scaling":      words("logBase orientation max min extLst"),
	"legend":       words("legendPos legendEntry layout overlay spPr txPr extLst"),
	"manualLayout": words("layoutTarget xMode yMode wMode hMode x y w h extLst"),
	"strRef":       words("f strCache extLst"),
	"numRef":       words("f numCache extLst"),
	"strCache":     words("ptCount pt extLst"),
	"numCache":     words("formatCode ptCount pt extLst"),
	"marker":       words("symbol size spPr extLst"),
}

// firsts are elements whose first child, if they have it, is fixed and whose
// others may come in any order.
var firsts = map[string]string{"p": "pPr", "r": "rPr", "tc": "tcPr"}

func words(s string) []string { return strings.Fields(s) }

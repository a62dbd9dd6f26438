package lang

// domains are last labels of names of sites that no English word ends in
// after a missing space: "them.It" is no site.
var domains = []string{"com", "org", "net", "gov", "edu", "mil", "info", "biz", "int", "uk", "ca", "de", "fr", "au", "nz", "jp", "cn", "ru", "ua", "eu", "tv", "io", "ch", "nl", "se", "br", "za", "kr", "tw", "il", "ir", "tr", "pl", "mx", "es", "ie", "dk"}

// extensions are ends of names of files.
var extensions = []string{"doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf", "txt", "htm", "html", "jpg", "jpeg", "gif", "png", "zip", "exe", "mp3", "mp4", "csv", "php", "asp", "xml", "url", "dtf", "conf", "json"}

// emoticons are faces and arrows kept whole where white space or a bracket
// bounds them.
var emoticons = []string{
	":)", ":(", ";)", ":D", ":P", ":p", ":-)", ":-(", ";-)", ":-D", ":-P", "=)", "=(", "(:", ":/", ":-/", ":|", ":o", ":O", "^_^", "<3", ":')", ":'(", ";D", "=D", "XD", ";-D", ";P", "=P", "-_-", "^^", ":]", ":-]", ":*", "._.", ">:(", ">:)", ":))", ":((", "O_O", "o_O", "T_T",
	"->", "-->", "<-", "<--", "=>", "==>", "===>", "<=", "==", "<->",
}

package place

import (
	"strings"

	"annalist"
)

// Lists of English words that stand beside places, or look like them.

// divisions are nouns that make a name a division: "Aleppo province".
var divisions = map[string]annalist.PlaceKind{
	"province": annalist.Admin1Level, "governorate": annalist.Admin1Level, "oblast": annalist.Admin1Level,
	"region": annalist.Admin1Level, "state": annalist.Admin1Level, "prefecture": annalist.Admin1Level,
	"voivodeship": annalist.Admin1Level, "krai": annalist.Admin1Level, "canton": annalist.Admin1Level,
	"emirate": annalist.Admin1Level, "territory": annalist.Admin1Level, "department": annalist.Admin1Level,
	"county": annalist.Admin2Level, "district": annalist.Admin2Level, "raion": annalist.Admin2Level,
	"parish": annalist.Admin2Level, "municipality": annalist.Admin2Level, "borough": annalist.Admin2Level,
	"township": annalist.Admin2Level, "subdistrict": annalist.Admin2Level,
}

var settlements = wordSet("city town village settlement capital port suburb neighbourhood neighborhood hamlet enclave stronghold metropolis")

// compass are words of direction before a place.
var compass = wordSet(`North South East West Northern Southern Eastern Western Central Northeast Northwest Southeast
	Southwest Northeastern Northwestern Southeastern Southwestern Upper Lower Greater Downtown Uptown Inner Outer Mid
	Midtown Metropolitan Rural Urban Old Near Occupied Mainland Communist Soviet Nazi Imperial Post-Soviet NORTH SOUTH`)

// beforePlace are capitalised words after which a place may follow.
var beforePlace = wordSet(`The In At From To Near Of For And But Or As With Across Around Outside Inside Into Over Through
	Throughout Toward Towards Under Within Between Beyond By On Since After Before Both While When Where If Then Now
	Mayor Governor Premier President Sheriff Senator Archbishop Bishop Emir Sultan Lake Mount Fort Port`)

// afterPlace are capitalised words that may follow a place without being part
// of its name.
var afterPlace = wordSet(`Mayor Governor Gov. Premier President Sheriff Senator Sen. Rep. Representative Archbishop Bishop
	Attorney Prime Minister Foreign Defense Defence Secretary Chancellor Ambassador King Queen Prince Sultan Republican
	Democrat Democratic Police I AM PM EST GMT Judge Justice Chief Coach Councilman Councilwoman Mr. Mrs. Ms. Dr. The
	In On At He She It They We But And A An`)

// ofPlace are words before "of" and a place that is then the place meant.
var ofPlace = wordSet("Republic Kingdom State Province City Commonwealth Principality Sultanate Emirate Islamic Governorate Region County District")

// directions are words of direction in small letters.
var directions = wordSet(`north south east west northern southern eastern western central northeast northwest southeast
	southwest northeastern northwestern southeastern southwestern upper lower coastal rural`)

// titles before a name make it a person.
var titles = wordSet(`Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Sir Lord Lady Rev Rev. Father Pope Saint Judge Justice Professor Prof
	Prof. Sgt Sgt. Gen Gen. Col Col. Lt Lt. Capt Capt. Maj Maj. Cpl Sen Sen. Rep Rep. Gov Gov. Pvt. Officer Detective
	Captain Colonel General Sergeant Lieutenant Major Corporal Coach Sheikh Ayatollah Imam Rabbi Sister Brother Uncle Aunt
	John James Robert Michael William David Richard Joseph Thomas Charles Daniel Mark Paul George Kenneth Steven Edward
	Brian Kevin Jason Jeffrey Ryan Gary Eric Stephen Jonathan Larry Scott Frank Mary Patricia Jennifer Linda Elizabeth
	Susan Jessica Sarah Karen Nancy Lisa Betty Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Peter
	Henry Andrew Matthew Anthony Donald Jack Jim Joe Bob Bill Tom Tim Mike Steve Chris Dan Ben Sam Barack Hillary`)

// orgHeads are words X of "X of PLACE" that name a body.
var orgHeads = wordSet(`Bank University College Institute Church Museum Diocese Archdiocese Association Federation Society
	School Academy Conservatory Court Board Commission Council Parliament Assembly House Chamber Ministry Department
	Secretariat Union Party League Club Order Knights Daughters Sons Friends Voice Treaty Battle Siege Port Duke Earl`)

// orgTails are words after a place that make it part of a body's or thing's
// name.
var orgTails = wordSet(`University College Institute Post Times News Tribune Herald Journal Gazette Daily Star Sun Press
	Independent Observer Guardian Today Telegraph Chronicle Examiner Bank Airlines Airways Air Motors Football FC United City
	Rovers Wanderers Rangers Council Department Board Commission Committee Authority Agency Association Society Federation
	League Union Party Church Court Parliament Assembly Senate House Congress Ministry School Schools High Academy Hospital
	Museum Library Center Centre Club Hotel Group Company Co. Corp. Corporation Inc. Ltd Ltd. LLC Foundation Fund Trust
	Exchange Agreement Accord Accords Treaty Convention Protocol Declaration Summit Conference Games Olympics Marathon Open
	Festival Fair Street Road Avenue Drive Lane Boulevard Highway Way Court Parkway Place Red Yankees Mets Cubs Bulls
	Bears Lions Tigers Eagles Giants Jets Patriots Celtics Lakers Cowboys Texans Dolphins Raiders Hilton Jackson Bay
	Television TV Radio Broadcasting Review Report Ballet Orchestra Symphony Philharmonic Stock Securities Command Army
	Navy Guard Liberation National International Human Rights Watch`)

// diseases after a place name the disease: "West Nile virus", "Lassa fever".
var diseases = wordSet("virus viruses ebolavirus fever flu disease syndrome encephalitis")

// speech are verbs a person does and a small town does not.
var speech = wordSet("said says told added adds wrote testified recalled continues continued explained asked noted joked")

// dates are capitalised words of time that follow a place without belonging to
// it: "in Boston Monday".
var dates = wordSet(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
	September October November December Mon. Tue. Wed. Thu. Fri. Sat. Sun. Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec.`)

// stop are capitalised words that the gazetteer has and news text never means
// as a place.
var stop = wordSet(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
	September October November December Mr Mrs Ms Dr Police Army Navy Congress Senate Parliament Republican Republicans
	Democrat Democrats Democratic Islam Muslim Christian Catholic Jewish God Christmas Easter Union Liberty Independence
	Justice Freedom Victory Peace Hope Faith Grace Charity Constitution Commerce Federal National International Central
	Republic Houthi Houthis Sultan Northeast Northwest Southeast Southwest Northeastern Northwestern Capital Strait Gulf Sea Ocean Canal Channel North South East West Northern Southern Eastern Western President Minister Prime King Queen Prince Princess General
	Church Vice Commonwealth Kingdom Xinhua Chamber Globe Time Life Jesus Christ Santa Michael George Virginia's Major Captain Colonel University College School State States Government Court Council Committee Board Bank Party
	League Act Bill Law Rights Human World War Cup Games Olympic Olympics Internet Facebook Twitter Google Apple Amazon
	Hamas Hezbollah Fatah Taliban Isis ISIS Is As At In On Of Or To The This That These Those We He She It They You I A
	An And But If So No Not Yes Now Then There Here When Where What Who Why How All Most Many Some Few More One Two
	Three Four Five Six Seven Eight Nine Ten First Second Third New Old Big Great Good Best Long Young Black White Red
	Blue Green Brown Gray Grey Gold Silver Man Men Woman Women Boy Girl Day Night Week Month Year Today Tomorrow Do Did
	Be Was Were Has Had Have Will Would Can Could May Must Shall Should Media Sports News Post Times Star Sun Herald
	Journal Center Centre Street Road Avenue Park Lake River Mount Mountain Fort Port Bay Island Islands County City
	Town Village District Province Region Covid COVID Nobel Pulitzer Oscar Grammy Ford Chrysler Toyota Honda Nissan
	Boeing Airbus Obama Bush Clinton Trump Biden Putin Lincoln Kennedy Reagan Nixon Carter Roosevelt Churchill Lenin
	Stalin Hitler Mao Castro Chavez Maduro Modi Merkel Macron Xi Kim Johnson Smith Jones Brown Williams Miller Davis
	Wilson Moore Taylor Anderson Thomas Jackson Harris Martin Thompson Garcia Martinez Robinson Clark Rodriguez Lewis
	Lee Walker Hall Allen King Wright Lopez Hill Scott Adams Baker Nelson Mitchell Perez Roberts Turner Phillips
	Campbell Parker Evans Edwards Collins Stewart Sanchez Morris Rogers Reed Cook Morgan Bell Murphy Bailey Rivera
	Cooper Richardson Cox Howard Ward Torres Peterson Ramirez James Watson Brooks Kelly Sanders Price Bennett Wood
	Barnes Ross Henderson Coleman Jenkins Perry Powell Long Patterson Hughes Flores Washingtonian Khan Ali Ahmed Hassan
	Hussein Mohammed Muhammad Abdullah Ibrahim Omar Osama Mahmoud Singh Kumar Sharma Gupta Patel Chen Wang Li Zhang Liu
	Yang Huang Zhao Wu Zhou Sun Ma Zhu Hu Guo He Lin Nguyen Tran Park Choi Kang Cho Yoon Jang Lim Sato Suzuki Tanaka`)

// common are words that small places share with the language.
var common = wordSet(`police army force forces troops officials reports report rescue battle union liberty hope peace victory
	reading mobile nice bath most best man same male orange surprise normal early late both about across after all also
	although among and another any are as at because before being between both but by can crown date day despite during
	each even every few finally first for from given gold good grand green had has have he her here his home how however
	if in inside instead is it its just last later like man many may meanwhile men more mostly much my near neither never
	new no none nor not nothing now of off on once one only opposition or other others our out over people rebels recent
	same several she since so some soon still such than that the their them then there these they this those three
	through thus to today two under until up us use very was we were what when where whether which while who why will
	with within without women would yes yet you your data fire flood storm spring summer winter fall marine marines
	media mission model official opposition order page panic park plan power price progress radio rally rich rifle rose
	school sector senior service short sky speaker split square star station steel stone street success summit sun team
	temple tower trail train trust truth unity university van viking vista voters war water waves wells wing wood young`)

// siteNouns are the buildings and installations that a place beside them names.
var siteNouns = wordSet(`airport airbase airfield base camp port seaport harbour harbor prison jail crossing checkpoint dam
	bridge stadium hospital refinery reactor cathedral mosque synagogue theatre theater square barracks shipyard
	terminal depot plant outpost garrison`)

// siteTails end the names of installations.
var siteTails = wordSet(`Airport Airbase Base Airfield Airstrip Seaport Prison Jail Crossing Checkpoint Dam Bridge Stadium Hospital
	Refinery Cathedral Mosque Church Synagogue Temple Palace Castle Fort Fortress Barracks Tower Plaza Mountains Mountain
	Valley River Lake Reservoir Bay Forest Desert Highway Canal Camp Port Station Plant Reservation Favela Museum`)

// hallTails end the names of places that also act as bodies: only after a
// preposition of place are they where something happens.
var hallTails = wordSet(`Courthouse Building Park Square Center Centre Hall Arena Hotel Market University Street Avenue Road
	School College Consulate Embassy House Theatre Theater Mall Garden Gardens Beach Island Hill Hills Pass`)

// bodyTails end the names of bodies that have a house.
var bodyTails = wordSet("Court Assembly Congress Council Commons Parliament Ministry Headquarters")

// placePreps stand before a place.
var placePreps = wordSet("in at near outside inside on around into across throughout within along above off beside")

// siteWords may stand between a place and such a noun.
var siteWords = wordSet(`international air military naval army nuclear power refugee border central train railway main
	civilian domestic regional general university children maternity oil gas chemical steel thermal training drone
	missile force displaced persons idp detention`)

var articles = wordSet("al el an ar as ash at az ad Al El")

// wordSet makes a set of the words in s.
func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>Rimlight</name>
    <message>
        <location filename="../../algorithms/evidence/classes.py"/>
        <source>%1 can alarm, it cannot clear.</source>
        <translation>%L1 kann warnen, nicht freigeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/classes.py"/>
        <source>A tumour of this type without calcification reaches further than a radiograph shows.</source>
        <translation>Ein Tumor dieses Typs ohne Verkalkung reicht weiter, als eine Radiographie zeigt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/classes.py"/>
        <source>The lesion was not seen on the picture.</source>
        <translation>Der Herd war auf dem Bild nicht zu sehen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/classes.py"/>
        <source>The scale of the picture is uncertain.</source>
        <translation>Der Maßstab des Bildes ist unsicher.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>A distance read by one person, with no picture kept: can alarm, cannot clear. In pooled studies it finds 59 % of involved margins.</source>
        <translation>Ein von einer Person abgelesener Abstand ohne aufbewahrtes Bild: kann warnen, nicht freigeben. In gepoolten Studien findet sie 59 % der befallenen Schnittränder.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>A frozen section sees the slices that were cut: in pooled studies it finds 86 % of involved margins and calls 4 % of clear ones so.</source>
        <translation>Ein Schnellschnitt sieht die geschnittenen Scheiben: In gepoolten Studien findet er 86 % der befallenen Schnittränder und nennt 4 % der freien befallen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>A radiograph shows outlines: a margin is at most as wide as it looks. In pooled studies it finds 53 % of involved margins.</source>
        <translation>Eine Radiographie zeigt Umrisse: Ein Schnittrand ist höchstens so breit, wie er aussieht. In gepoolten Studien findet sie 53 % der befallenen Schnittränder.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Also ADH, ALH, LCIS</source>
        <translation>Auch ADH, ALH, LCIS</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Calcification</source>
        <translation>Verkalkung</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Cells from the surface alone: it says nothing of a distance. In pooled studies it finds 91 % of involved margins.</source>
        <translation>Nur Zellen der Oberfläche: Über einen Abstand sagt das nichts. In gepoolten Studien findet es 91 % der befallenen Schnittränder.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>DCIS or invasive</source>
        <translation>DCIS oder invasiv</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Examined by</source>
        <translation>Untersucht von</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Eye and finger on the cut specimen: can alarm, cannot clear.</source>
        <translation>Auge und Finger am aufgeschnittenen Resektat: kann warnen, nicht freigeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Final pathology</source>
        <translation>Endgültige Pathologie</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Grade</source>
        <translation>Grading</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Gross examination</source>
        <translation>Makroskopie</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Paraffin sections of the inked specimen: the reference that the other methods are measured by. It sees the slices that were cut.</source>
        <translation>Paraffinschnitte des getuschten Resektats: die Referenz, an der die anderen Methoden gemessen werden. Sie sieht die geschnittenen Scheiben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Pathologist</source>
        <translation>Pathologe</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Positive counts</source>
        <translation>Positiv zählt</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Specimen ultrasound</source>
        <translation>Präparatsonographie</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Tumour size</source>
        <translation>Tumorgröße</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>Tumour type</source>
        <translation>Tumortyp</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>at surface</source>
        <translation>an der Oberfläche</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>at the surface</source>
        <translation>an der Oberfläche</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>atypical cells</source>
        <translation>atypische Zellen</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>away from the surface</source>
        <translation>fern der Oberfläche</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>cannot be told</source>
        <translation>nicht zu sagen</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>lesion not seen</source>
        <translation>Herd nicht zu sehen</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>malignant cells</source>
        <translation>maligne Zellen</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>near the surface</source>
        <translation>nahe der Oberfläche</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>no tumour</source>
        <translation>kein Tumor</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>not seen</source>
        <translation>nicht zu sehen</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>positive includes precancerous lesions (ADH, ALH) and LCIS, as the fluorescence study counted its frozen sections</source>
        <translation>positiv schließt Vorstufen (ADH, ALH) und LCIS ein, wie die Fluoreszenzstudie ihre Schnellschnitte zählte</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>positive is DCIS or invasive cancer on ink</source>
        <translation>positiv ist DCIS oder invasives Karzinom an der Tusche</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/kinds.py"/>
        <source>precancerous (ADH, ALH)</source>
        <translation>Vorstufe (ADH, ALH)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1 has no field of that name.</source>
        <translation>%L1 hat kein Feld dieses Namens.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1 has no pictures to measure on.</source>
        <translation>%L1 hat keine Bilder, an denen man messen kann.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1 is missing.</source>
        <translation>%L1 fehlt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1 is not one of those that can be chosen.</source>
        <translation>%L1 gehört nicht zur Auswahl.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1 is «%2», yet at 0 mm. One of the two is wrong.</source>
        <translation>%L1 ist «%L2» und doch bei 0 mm. Eines von beiden ist falsch.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1 must be a name in letters.</source>
        <translation>%L1 muss aus Buchstaben bestehen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1 must be a name in one line, at most %2 characters.</source>
        <translation>%L1 muss ein Name in einer Zeile sein, höchstens %L2 Zeichen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1 must be a number in %2.</source>
        <translation>%L1 muss eine Zahl in %L2 sein.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1 must lie between %2 and %3 %4.</source>
        <translation>%L1 muss zwischen %L2 und %L3 %L4 liegen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1 needs its finding.</source>
        <translation>%L1 braucht einen Befund.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1 of a radiograph is measured on the picture.</source>
        <translation>%L1 einer Radiographie wird am Bild gemessen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1: %2 cannot find «%3».</source>
        <translation>%L1: %L2 kann «%L3» nicht finden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1: %2 has no distance.</source>
        <translation>%L1: %L2 hat keinen Abstand.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1: a distance cannot be below 0 mm.</source>
        <translation>%L1: Ein Abstand kann nicht unter 0 mm liegen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1: a distance is told to 0.01 mm at most.</source>
        <translation>%L1: Ein Abstand wird auf höchstens 0,01 mm angegeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1: a lesion that was not seen has no distance.</source>
        <translation>%L1: Ein nicht gesehener Herd hat keinen Abstand.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1: no margin is wider than %2 mm.</source>
        <translation>%L1: Kein Schnittrand ist breiter als %L2 mm.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1: the distance is not a number.</source>
        <translation>%L1: Der Abstand ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>%1: what is at the surface has no %2 mm to it. One of the two is wrong.</source>
        <translation>%L1: Was an der Oberfläche liegt, hat keine %L2 mm dorthin. Eines von beiden ist falsch.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>A face is there twice.</source>
        <translation>Eine Fläche kommt zweimal vor.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>A lesion that was not seen has no margins to measure. Take the rulers away, or say that it was seen.</source>
        <translation>Ein nicht gesehener Herd hat keine Schnittränder zu messen. Nehmen Sie die Lineale weg, oder geben Sie an, dass er zu sehen war.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>A radiograph needs its picture; two at most, one from each direction.</source>
        <translation>Eine Radiographie braucht ihr Bild; höchstens zwei, je eines aus jeder Richtung.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>Both pictures are said to be taken from the same direction.</source>
        <translation>Beide Bilder sollen aus derselben Richtung stammen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>Both pictures are the same file.</source>
        <translation>Beide Bilder sind dieselbe Datei.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>Nothing is said of any face yet.</source>
        <translation>Noch ist zu keiner Fläche etwas gesagt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>One thing is said twice.</source>
        <translation>Etwas ist zweimal angegeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>Pure DCIS has neither invasive cancer at a face nor a stage above pTis.</source>
        <translation>Reines DCIS hat weder invasives Karzinom an einer Fläche noch ein Stadium über pTis.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>That definition of positive is not known here.</source>
        <translation>Diese Definition von positiv ist hier nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>The %1 face</source>
        <translation>Fläche %L1</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>The %1 face cannot be seen %2.</source>
        <translation>Die Fläche %L1 ist %L2 nicht zu sehen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>The picture %1 has no scale yet: lay the ruler on a known length first.</source>
        <translation>Das Bild %1 hat noch keinen Maßstab: Legen Sie das Lineal zuerst an eine bekannte Länge.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>The picture %1 has two rulers at one face.</source>
        <translation>Das Bild %1 hat zwei Lineale an einer Fläche.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>The ruler at the %1 face is longer than %2 mm. Check the scale.</source>
        <translation>Das Lineal an der Fläche %L1 ist länger als %L2 mm. Prüfen Sie den Maßstab.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/result.py"/>
        <source>«No tumour» contradicts a finding, a size or a stage that is given.</source>
        <translation>«Kein Tumor» widerspricht einem angegebenen Befund, einer Größe oder einem Stadium.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/ruler.py"/>
        <source>scale set on a known length of %1 mm in the picture, to %2 %</source>
        <translation>Maßstab an einer bekannten Länge von %L1 mm im Bild gesetzt, auf %L2 %</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/views.py"/>
        <source>The two views differ by %1 mm at the %2 face; the narrower one counts.</source>
        <translation>Die beiden Ansichten unterscheiden sich um %L1 mm an der Fläche %L2; die engere zählt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/views.py"/>
        <source>from below</source>
        <translation>von unten</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/views.py"/>
        <source>from the front</source>
        <translation>von vorn</translation>
    </message>
    <message>
        <location filename="../../algorithms/evidence/views.py"/>
        <source>from the side</source>
        <translation>von der Seite</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/comparison.py"/>
        <source>%1 % of the reference's light is left, on %2 % of its area.</source>
        <translation>%L1 % des Referenzlichts sind übrig, auf %L2 % seiner Fläche.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/comparison.py"/>
        <source>%1 (%2%3, now %4%5)</source>
        <translation>%L1 (%L2%L3, jetzt %L4%L5)</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/comparison.py"/>
        <source>The frames after the resection cannot be judged, so nothing is compared.</source>
        <translation>Die Bilder nach der Resektion sind nicht beurteilbar; daher wird nichts verglichen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/comparison.py"/>
        <source>The reference shows no signal, so there is nothing to compare with.</source>
        <translation>Die Referenz zeigt kein Signal; es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/geometry.py"/>
        <source>A pixel would be %1 mm wide, which no camera over a breast has. Check the size of a square.</source>
        <translation>Ein Pixel wäre %L1 mm breit, was keine Kamera über einer Brust hat. Prüfen Sie die Feldgröße.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/geometry.py"/>
        <source>ChArUco %1 × %2, %3 mm</source>
        <translation>ChArUco %L1 × %L2, %L3 mm</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/geometry.py"/>
        <source>No checkerboard with %1 × %2 inner corners is seen whole. Lay it flat, wholly in the picture, without glare.</source>
        <translation>Kein Schachbrett mit %L1 × %L2 inneren Ecken ist ganz zu sehen. Legen Sie es flach, ganz ins Bild, ohne Glanz.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/geometry.py"/>
        <source>The board is seen at an angle: its squares differ by %1 %. Lay it square to the camera.</source>
        <translation>Die Tafel ist schräg zu sehen: Ihre Felder unterscheiden sich um %L1 %. Legen Sie sie gerade vor die Kamera.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/geometry.py"/>
        <source>The corners that are seen of the ChArUco board don't touch. Show more of it.</source>
        <translation>Die sichtbaren Ecken der ChArUco-Tafel berühren sich nicht. Zeigen Sie mehr davon.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/geometry.py"/>
        <source>The ruler's ends lie %1 pixels apart; at least %2 are needed.</source>
        <translation>Die Enden des Lineals liegen %L1 Pixel auseinander; nötig sind mindestens %L2.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/geometry.py"/>
        <source>Too little of the ChArUco board is seen. Lay it flat in the picture, without glare.</source>
        <translation>Von der ChArUco-Tafel ist zu wenig zu sehen. Legen Sie sie flach ins Bild, ohne Glanz.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/geometry.py"/>
        <source>checkerboard %1 × %2, %3 mm</source>
        <translation>Schachbrett %L1 × %L2, %L3 mm</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/geometry.py"/>
        <source>ruler, %1 mm</source>
        <translation>Lineal, %L1 mm</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/model.py"/>
        <source>Sees signal from %1 × background if 5 mm wide, from %2 × if 2.8 mm wide.</source>
        <translation>Sieht Signal ab %L1 × Untergrund bei 5 mm Breite, ab %L2 × bei 2,8 mm Breite.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/model.py"/>
        <source>cannot judge</source>
        <translation>nicht beurteilbar</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/model.py"/>
        <source>none above the stated limit</source>
        <translation>keines über der genannten Grenze</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/model.py"/>
        <source>the %1 frame has %2 pixels, the frame %3</source>
        <translation>das Bild %L1 hat %L2 Pixel, das Bild %L3</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/model.py"/>
        <source>the calibration is for %1 bits, the frame has %2</source>
        <translation>die Kalibrierung gilt für %L1 Bit, das Bild hat %L2</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/modes.py"/>
        <source>% of reference</source>
        <translation>% der Referenz</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/noise.py"/>
        <source>Light reaches the camera. Cover the lens, then take the dark frames again.</source>
        <translation>Licht erreicht die Kamera. Decken Sie das Objektiv ab, dann die Dunkelbilder neu aufnehmen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/noise.py"/>
        <source>The card does not fill the picture. Hold it so that no edge or shadow is seen, then take it again.</source>
        <translation>Die Karte füllt das Bild nicht. Halten Sie sie so, dass weder Kante noch Schatten zu sehen ist, dann neu aufnehmen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/noise.py"/>
        <source>The card is too bright: parts of it are saturated. Shorten the exposure, then take it again.</source>
        <translation>Die Karte ist zu hell: Teile sind gesättigt. Verkürzen Sie die Belichtung, dann neu aufnehmen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/noise.py"/>
        <source>The card is too dark. Light it evenly, or lengthen the exposure, then take it again.</source>
        <translation>Die Karte ist zu dunkel. Beleuchten Sie sie gleichmäßig, oder verlängern Sie die Belichtung, dann neu aufnehmen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/noise.py"/>
        <source>The card's noise is not above the dark's: these frames were not taken one after another by one camera. Take them again.</source>
        <translation>Das Rauschen der Karte liegt nicht über dem Dunkelrauschen: Diese Bilder stammen nicht nacheinander von einer Kamera. Nehmen Sie sie neu auf.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/outline.py"/>
        <source>More than one piece lies in the picture. Leave one, or drag an outline.</source>
        <translation>Mehr als ein Stück liegt im Bild. Lassen Sie eines, oder ziehen Sie eine Kontur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/outline.py"/>
        <source>The specimen doesn't stand out from what it lies on. Lay it on a dark cloth, or drag an outline.</source>
        <translation>Das Resektat hebt sich nicht von der Unterlage ab. Legen Sie es auf ein dunkles Tuch, oder ziehen Sie eine Kontur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/outline.py"/>
        <source>The specimen is too small for an outline. Drag one.</source>
        <translation>Das Resektat ist zu klein für eine Kontur. Ziehen Sie eine.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/outline.py"/>
        <source>The specimen isn't wholly in the picture. Move it, or drag an outline.</source>
        <translation>Das Resektat ist nicht ganz im Bild. Verschieben Sie es, oder ziehen Sie eine Kontur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/outline.py"/>
        <source>What stands out is too ragged for a specimen. Wipe the cloth, or drag an outline.</source>
        <translation>Was sich abhebt, ist zu ausgefranst für ein Resektat. Wischen Sie das Tuch ab, oder ziehen Sie eine Kontur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/outline.py"/>
        <source>What stands out is too small for a specimen. Move it closer, or drag an outline.</source>
        <translation>Was sich abhebt, ist zu klein für ein Resektat. Gehen Sie näher, oder ziehen Sie eine Kontur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source> %1: inspect.</source>
        <translation> %L1: ansehen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>%1 % of the picture is saturated. Lower exposure or gain, then repeat the check.</source>
        <translation>%L1 % des Bildes sind gesättigt. Senken Sie Belichtung oder Verstärkung, dann die Kontrolle wiederholen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>%1 frames.</source>
        <translation>%L1 Bilder.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>%1%2 %3 Measured on simulated tissue only: light from deeper than a few mm does not come through, and brightness is not concentration. Thresholds belong to this camera and protocol. Research use only.</source>
        <translation>%L1%L2 %L3 Nur an simuliertem Gewebe gemessen: Licht aus mehr als einigen mm Tiefe dringt nicht durch, und Helligkeit ist keine Konzentration. Schwellen gelten für diese Kamera und dieses Protokoll. Nur für Forschungszwecke.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>%1, %2 mm²: too faint to call, so look there.%3</source>
        <translation>%L1, %L2 mm²: zu schwach für ein Urteil, also dort nachsehen.%L3</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>A single frame: passing glints cannot be voted out; ten frames judge better.</source>
        <translation>Ein Einzelbild: Wandernde Glanzlichter lassen sich nicht herausrechnen; zehn Bilder urteilen besser.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>Cannot judge, because %1</source>
        <translation>Nicht beurteilbar: %L1</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>False alarms: 5 in 120,000 simulated frames of 12,000 scenes, checked ten by ten (upper 95 % bound 0.9 in 10,000 frames).</source>
        <translation>Fehlalarme: 5 in 120 000 simulierten Bildern von 12 000 Szenen, zu je zehn geprüft (obere 95-%-Grenze 0,9 in 10 000 Bildern).</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>False alarms: none in 3,400 simulated single frames (upper 95 % bound 9 in 10,000).</source>
        <translation>Fehlalarme: keiner in 3 400 simulierten Einzelbildern (obere 95-%-Grenze 9 in 10 000).</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>No signal above the stated limit. %1%2</source>
        <translation>Kein Signal über der genannten Grenze. %L1%L2</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>Residual signal: %1, %2 mm².%3</source>
        <translation>Restsignal: %L1, %L2 mm².%L3</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>a pixel covers %1 mm, more than the smallest spot allows. Bring the camera nearer, then repeat the check.</source>
        <translation>ein Pixel deckt %L1 mm ab, mehr als der kleinste Fleck erlaubt. Bringen Sie die Kamera näher, dann die Kontrolle wiederholen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>faint region</source>
        <translation>schwache Region</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>no calibration: neither lengths nor the camera's noise are known. Calibrate the camera, then repeat the check.</source>
        <translation>keine Kalibrierung: Weder Längen noch das Rauschen der Kamera sind bekannt. Kalibrieren Sie die Kamera, dann die Kontrolle wiederholen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>picture too noisy or tissue too uneven: only signal from %1 × background would show. Raise the exposure, then repeat.</source>
        <translation>Bild zu verrauscht oder Gewebe zu ungleichmäßig: Nur Signal ab %L1 × Untergrund wäre zu sehen. Erhöhen Sie die Belichtung, dann wiederholen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>sharp bright point</source>
        <translation>scharfer heller Punkt</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>the picture is too small: it shows less than 15 mm, no background to compare with. Show more of the cavity.</source>
        <translation>das Bild ist zu klein: Es zeigt weniger als 15 mm, keinen Untergrund zum Vergleich. Zeigen Sie mehr von der Wundhöhle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>the room's light outshines the fluorescence. Turn the theatre light away, then repeat the check.</source>
        <translation>das Raumlicht überstrahlt die Fluoreszenz. Drehen Sie die OP-Leuchte weg, dann die Kontrolle wiederholen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>the scene moved or changed too much between frames (%1 mm). Hold still, then repeat the check.</source>
        <translation>die Szene bewegte oder veränderte sich zwischen den Bildern zu sehr (%L1 mm). Ruhig halten, dann die Kontrolle wiederholen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/fluorescence/words.py"/>
        <source>the tissue is as dark as the camera's noise. Check the excitation light and the exposure.</source>
        <translation>das Gewebe ist so dunkel wie das Kamerarauschen. Prüfen Sie Anregungslicht und Belichtung.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source> (%1 again)</source>
        <translation> (%L1 erneut)</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source> Close as well: %1.</source>
        <translation> Ebenfalls knapp: %L1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source> Not assessed: %1.</source>
        <translation> Nicht beurteilt: %L1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source> Shaved, new margin not assessed: %1.</source>
        <translation> Nachreseziert, neuer Rand nicht beurteilt: %L1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source> The involved area of %1 was not measured: take the whole face (%2).</source>
        <translation> Der befallene Bereich (%L1) wurde nicht gemessen: ganze Fläche nehmen (%L2).</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source> The involved area of %1 was not measured: take the whole face.</source>
        <translation> Der befallene Bereich (%L1) wurde nicht gemessen: ganze Fläche nehmen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source> The involved area of %1 was not measured: take the whole faces (%2).</source>
        <translation> Der befallene Bereich (%L1) wurde nicht gemessen: ganze Flächen nehmen (%L2).</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source> The involved area of %1 was not measured: take the whole faces.</source>
        <translation> Der befallene Bereich (%L1) wurde nicht gemessen: ganze Flächen nehmen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>%1 at least %2</source>
        <translation>%L1 mindestens %L2</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>All margins clear</source>
        <translation>Alle Schnittränder frei</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>Assess %1 by another method.%2</source>
        <translation>%L1 mit einer anderen Methode beurteilen.%L2</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>Assess the new margin of %1, or leave it to final pathology.</source>
        <translation>Den neuen Rand %L1 beurteilen oder der endgültigen Pathologie überlassen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>Cannot be judged: %1</source>
        <translation>Nicht beurteilbar: %L1</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>Consider a shave of %1: %2.%3</source>
        <translation>Nachresektion erwägen: %L1; %L2.%L3</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>Margin %1: %2</source>
        <translation>Schnittrand %L1: %L2</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>No shave is called for by this rule.</source>
        <translation>Nach dieser Regel ist keine Nachresektion nötig.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>Not assessed by a method that can clear a margin</source>
        <translation>Von keiner Methode beurteilt, die einen Schnittrand freigeben kann</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>Not assessed: %1.</source>
        <translation>Nicht beurteilt: %L1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>Not assessed: %1. Assess what is open before closing.</source>
        <translation>Nicht beurteilt: %L1. Offenes vor dem Verschluss beurteilen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>Not fully assessed</source>
        <translation>Nicht vollständig beurteilt</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>Shave %1.%2%3%4</source>
        <translation>Nachresektion %L1.%L2%L3%L4</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>Shaved, new margin not assessed: %1</source>
        <translation>Nachreseziert, neuer Rand nicht beurteilt: %L1</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>a method calls the margin close</source>
        <translation>eine Methode nennt den Schnittrand knapp</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>at least %1</source>
        <translation>mindestens %L1</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/advice.py"/>
        <source>the margin does not reach %1 mm</source>
        <translation>der Schnittrand erreicht keine %L1 mm</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>%1 are waited for and may settle it.</source>
        <translation>%L1 stehen noch aus und können es klären.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>%1 is waited for and may settle it.</source>
        <translation>%L1 steht noch aus und kann es klären.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>%1 is waited for.</source>
        <translation>%L1 steht noch aus.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>%1 methods agree, within %2 mm.</source>
        <translation>%L1 Methoden stimmen überein, auf %L2 mm.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>%1 methods agree.</source>
        <translation>%L1 Methoden stimmen überein.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>, within %1 mm</source>
        <translation>, auf %L1 mm</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>A frozen section of %1 would settle it.</source>
        <translation>Ein Schnellschnitt (%L1) würde es klären.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>Cleared by one method only: %1.</source>
        <translation>Nur von einer Methode freigegeben: %L1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>Each face is cleared by one method only.</source>
        <translation>Jede Fläche ist nur von einer Methode freigegeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>Each face is cleared by two methods or more.</source>
        <translation>Jede Fläche ist von mindestens zwei Methoden freigegeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>Final pathology is the reference among them.</source>
        <translation>Die endgültige Pathologie ist die Referenz darunter.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>Final pathology would settle it.</source>
        <translation>Die endgültige Pathologie würde es klären.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>Five</source>
        <translation>Fünf</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>Four</source>
        <translation>Vier</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>One method says so; no other has looked.</source>
        <translation>Eine Methode sagt es; keine andere hat nachgesehen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>One method says so; the others cannot tell.</source>
        <translation>Eine Methode sagt es; die anderen können es nicht entscheiden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>Only a method that can alarm but not clear says so.</source>
        <translation>Das sagt nur eine Methode, die warnen, aber nicht freigeben kann.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>Shave %1 took the place of what was known of the %2 face.</source>
        <translation>Nachresektion %L1 ersetzt, was über die Fläche %L2 bekannt war.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>Six</source>
        <translation>Sechs</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>The methods disagree: %1 call it clear.</source>
        <translation>Die Methoden widersprechen sich: %L1 nennen sie frei.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>The methods disagree: %1 calls it clear.</source>
        <translation>Die Methoden widersprechen sich: %L1 nennt sie frei.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>Three</source>
        <translation>Drei</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/certainty.py"/>
        <source>Two</source>
        <translation>Zwei</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/fusion.py"/>
        <source>%1 says positive and has no figures: a probability without it would mislead.</source>
        <translation>%L1 sagt positiv und hat keine Kennzahlen: Eine Wahrscheinlichkeit ohne sie würde täuschen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/fusion.py"/>
        <source>Final pathology has spoken.</source>
        <translation>Die endgültige Pathologie hat gesprochen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/fusion.py"/>
        <source>No method with published figures has spoken.</source>
        <translation>Keine Methode mit veröffentlichten Kennzahlen hat sich geäußert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/judgement.py"/>
        <source>%1 can alarm, but not clear</source>
        <translation>%L1 kann warnen, aber nicht freigeben</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/judgement.py"/>
        <source>%1 says %2 at the %3 face, %4 clear: the worse one counts.</source>
        <translation>%L1 sagt %L2 an der Fläche %L3, %L4 sagt frei: Das Schlechtere zählt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/judgement.py"/>
        <source>%1 was not used: %2.</source>
        <translation>%L1 wurde nicht verwendet: %L2.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/judgement.py"/>
        <source>no reading could be used</source>
        <translation>kein Befund war verwendbar</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/judgement.py"/>
        <source>nothing has been measured yet</source>
        <translation>noch wurde nichts gemessen</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/published.py"/>
        <source>34 % of patients (Chagpar et al., N Engl J Med 2015;373:503), spread over six faces as if they were independent</source>
        <translation>34 % der Patientinnen (Chagpar et al., N Engl J Med 2015;373:503), auf sechs Flächen verteilt, als wären sie unabhängig</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/published.py"/>
        <source>Dowling et al., Breast 2024;76:103749, pooled, whole specimens</source>
        <translation>Dowling et al., Breast 2024;76:103749, gepoolt, ganze Resektate</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/published.py"/>
        <source>Lin et al., Sci Rep 2022, doi 10.1038/s41598-022-23234-5, pooled, whole specimens</source>
        <translation>Lin et al., Sci Rep 2022, doi 10.1038/s41598-022-23234-5, gepoolt, ganze Resektate</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/published.py"/>
        <source>St John et al., Ann Surg 2017;265:300, pooled, whole specimens</source>
        <translation>St John et al., Ann Surg 2017;265:300, gepoolt, ganze Resektate</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/rules.py"/>
        <source>1 mm; less calls for re-excision</source>
        <translation>1 mm; weniger verlangt eine Nachresektion</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/rules.py"/>
        <source>2 mm with whole-breast irradiation; less is for judgement, not automatic</source>
        <translation>2 mm bei Ganzbrustbestrahlung; weniger ist Ermessen, kein Automatismus</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/rules.py"/>
        <source>ABS, United Kingdom</source>
        <translation>ABS, Vereinigtes Königreich</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/rules.py"/>
        <source>Anterior and posterior count like the other faces.</source>
        <translation>Ventral und dorsal zählen wie die anderen Flächen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/rules.py"/>
        <source>Anterior and posterior count only where the excision was not full thickness; full thickness must be documented.</source>
        <translation>Ventral und dorsal zählen nur, wo nicht in voller Dicke exzidiert wurde; volle Dicke muss dokumentiert sein.</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/rules.py"/>
        <source>SSO-ASTRO invasive, 2014</source>
        <translation>SSO-ASTRO invasiv, 2014</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/rules.py"/>
        <source>SSO-ASTRO-ASCO DCIS, 2016</source>
        <translation>SSO-ASTRO-ASCO DCIS, 2016</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/rules.py"/>
        <source>The three classes of the microwave depth study, after United Kingdom practice</source>
        <translation>Die drei Klassen der Mikrowellen-Tiefenstudie, nach der Praxis im Vereinigten Königreich</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/rules.py"/>
        <source>Three classes, 0 and 2 mm</source>
        <translation>Drei Klassen, 0 und 2 mm</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/rules.py"/>
        <source>positive at 0 mm, close below 2 mm, negative from 2 mm</source>
        <translation>positiv bei 0 mm, knapp unter 2 mm, negativ ab 2 mm</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/rules.py"/>
        <source>positive is ink on tumour; wider margins are not asked for</source>
        <translation>positiv ist Tumor an der Tusche; breitere Schnittränder werden nicht verlangt</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/words.py"/>
        <source>the %1 face</source>
        <translation>Fläche %L1</translation>
    </message>
    <message>
        <location filename="../../algorithms/margins/words.py"/>
        <source>the %1 faces</source>
        <translation>Flächen %L1</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/analysis.py"/>
        <source>%1 of the readings lay far beyond the others and were left out; %2 patterns were lost whole.</source>
        <translation>%L1 der Messwerte lagen weit ab und wurden ausgelassen; %L2 Muster gingen ganz verloren.</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/analysis.py"/>
        <source>The patterns were not shown in the order that Rimlight calls %1; the order that gives an image was used.</source>
        <translation>Die Muster wurden nicht in der Reihenfolge gezeigt, die Rimlight %1 nennt; verwendet wurde die, die ein Bild ergibt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>%1 at %2°</source>
        <translation>%L1 bei %L2°</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>%1 of the readings stand at the largest value: the receiver was saturated.</source>
        <translation>%L1 der Messwerte stehen am Höchstwert: Der Empfänger war gesättigt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>Hardly any pixel fits a margin over tumour: the reference, the frequencies or the tissues are not those of this scan.</source>
        <translation>Kaum ein Pixel passt zu einem Rand über Tumor: Referenz, Frequenzen oder Gewebe sind nicht die dieses Scans.</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>No pixel holds a measurement.</source>
        <translation>Kein Pixel enthält eine Messung.</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>The map is reconstructed from the first %1 of the patterns.</source>
        <translation>Die Karte ist aus den ersten %L1 der Muster rekonstruiert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>The reference scans differ by %1 from each other.</source>
        <translation>Die Referenzscans unterscheiden sich um %L1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>The signal drifted by %1 during the scan; pairs cancel most of it.</source>
        <translation>Das Signal driftete während des Scans um %L1; Paare heben das meiste davon auf.</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>The signal fits only when it is divided by %1: the reference does not belong to this scan.</source>
        <translation>Das Signal passt nur, wenn es durch %L1 geteilt wird: Die Referenz gehört nicht zu diesem Scan.</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>The signal fits the model only when it is conjugated: the file's time_convention is the wrong one.</source>
        <translation>Das Signal passt nur konjugiert zum Modell: Die Zeitkonvention der Datei ist falsch.</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>The specimen scan looks like the reference: there is no specimen in it, or the reference was taken with it.</source>
        <translation>Der Resektatscan sieht aus wie die Referenz: Es liegt kein Resektat darin, oder die Referenz wurde mit ihm aufgenommen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>no specimen</source>
        <translation>kein Resektat</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>pattern order</source>
        <translation>Musterreihenfolge</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>reference repeats differ</source>
        <translation>Referenzwiederholungen weichen ab</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>spoiled readings</source>
        <translation>verdorbene Messwerte</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/doubts.py"/>
        <source>wrong reference</source>
        <translation>falsche Referenz</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/media.py"/>
        <source>20 % water phantom</source>
        <translation>Phantom mit 20 % Wasser</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/media.py"/>
        <source>80 % water phantom</source>
        <translation>Phantom mit 80 % Wasser</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/media.py"/>
        <source>adipose tissue (literature)</source>
        <translation>Fettgewebe (Literatur)</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/media.py"/>
        <source>gelatine phantoms of seed 003</source>
        <translation>Gelatinephantome mit Startwert 003</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/media.py"/>
        <source>literature values</source>
        <translation>Literaturwerte</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/media.py"/>
        <source>malignant tissue (literature)</source>
        <translation>malignes Gewebe (Literatur)</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/media.py"/>
        <source>silicon under 100 W/m²</source>
        <translation>Silizium unter 100 W/m²</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/model.py"/>
        <source>Validated on simulated phantoms only, 0 to 2 mm; deeper margins are shown as 2 mm or more. Glandular tissue is as wet as tumour and reads as positive. Research use only.</source>
        <translation>Nur an simulierten Phantomen geprüft, 0 bis 2 mm; tiefere Schnittränder werden als 2 mm oder mehr gezeigt. Drüsengewebe ist so feucht wie Tumor und wirkt positiv. Nur für Forschungszwecke.</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/model.py"/>
        <source>microwave depth</source>
        <translation>Mikrowellentiefe</translation>
    </message>
    <message>
        <location filename="../../algorithms/microwave/regions.py"/>
        <source>smoothed for the eye; classes come from the unsmoothed map</source>
        <translation>fürs Auge geglättet; Klassen stammen aus der ungeglätteten Karte</translation>
    </message>
    <message>
        <location filename="../../algorithms/orientation.py"/>
        <source>%1 cannot be on two sides at once.</source>
        <translation>%L1 kann nicht auf zwei Seiten zugleich sein.</translation>
    </message>
    <message>
        <location filename="../../algorithms/orientation.py"/>
        <source>%1 lie %2; these marks put them %3.</source>
        <translation>%L1 liegen %L2; diese Marken setzen sie %L3.</translation>
    </message>
    <message>
        <location filename="../../algorithms/orientation.py"/>
        <source>Mark one more face, on a neighbouring side.</source>
        <translation>Markieren Sie noch eine Fläche, auf einer Nachbarseite.</translation>
    </message>
    <message>
        <location filename="../../algorithms/orientation.py"/>
        <source>Mark two neighbouring faces.</source>
        <translation>Markieren Sie zwei benachbarte Flächen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/orientation.py"/>
        <source>That is a mirror image of a specimen from the %1 breast. Check the side, then the marks.</source>
        <translation>Das ist das Spiegelbild eines Resektats (Brust %L1). Prüfen Sie die Seite, dann die Marken.</translation>
    </message>
    <message>
        <location filename="../../algorithms/orientation.py"/>
        <source>These marks do not fit together: one lies %1° from where the others put it.</source>
        <translation>Diese Marken passen nicht zusammen: Eine liegt %L1° neben der Stelle, an die die anderen sie setzen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/orientation.py"/>
        <source>opposite each other</source>
        <translation>einander gegenüber</translation>
    </message>
    <message>
        <location filename="../../algorithms/orientation.py"/>
        <source>side by side</source>
        <translation>nebeneinander</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/model.py"/>
        <source>if not clear</source>
        <translation>falls nicht frei</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/progress.py"/>
        <source>%1 is not called for: the %2 is clear.</source>
        <translation>%L1 ist nicht nötig: %L2 ist frei.</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/progress.py"/>
        <source>, because the %1 is %2</source>
        <translation>, weil %L1 %L2 ist</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/progress.py"/>
        <source>, because there is no %1</source>
        <translation>, weil es kein %L1 gibt</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/progress.py"/>
        <source>, longer than usual</source>
        <translation>, länger als üblich</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/progress.py"/>
        <source>Next: %1%2.</source>
        <translation>Weiter: %L1%L2.</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/progress.py"/>
        <source>The order of evidence is complete.</source>
        <translation>Die Reihenfolge der Befunde ist abgeschlossen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/progress.py"/>
        <source>due: %1 %2</source>
        <translation>fällig: %L1 %L2</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/progress.py"/>
        <source>not called for</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/progress.py"/>
        <source>passed over</source>
        <translation>übergangen</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/progress.py"/>
        <source>passed over, no reason given</source>
        <translation>übergangen, kein Grund genannt</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/progress.py"/>
        <source>skipped: %1</source>
        <translation>ausgelassen: %L1</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/progress.py"/>
        <source>waiting since %1, %2 min%3</source>
        <translation>wartet seit %L1, %L2 min%L3</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/reading.py"/>
        <source>a step</source>
        <translation>ein Schritt</translation>
    </message>
    <message>
        <location filename="../../algorithms/pathway/reading.py"/>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <location filename="../../algorithms/petct/analysis.py"/>
        <source>No tumour was found in the specimen: a margin cannot be stated.</source>
        <translation>Im Resektat wurde kein Tumor gefunden: Ein Schnittrand lässt sich nicht angeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/petct/analysis.py"/>
        <source>The PET holds no activity: nothing can be said of the margin.</source>
        <translation>Die PET enthält keine Aktivität: Über den Schnittrand lässt sich nichts sagen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/petct/analysis.py"/>
        <source>The PET shows no uptake that stands out of the specimen's own: a margin cannot be judged from it.</source>
        <translation>Die PET zeigt keine Anreicherung, die sich vom Resektat abhebt: Ein Schnittrand lässt sich daran nicht beurteilen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/petct/analysis.py"/>
        <source>Uptake is so even that a large part of the specimen was called tumour: a margin cannot be judged from it.</source>
        <translation>Die Anreicherung ist so gleichmäßig, dass ein großer Teil des Resektats als Tumor galt: Ein Schnittrand lässt sich daran nicht beurteilen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/petct/analysis.py"/>
        <source>What was found is smaller than %1 mm³: too small to state a margin.</source>
        <translation>Das Gefundene ist kleiner als %L1 mm³: zu klein für einen Schnittrand.</translation>
    </message>
    <message>
        <location filename="../../algorithms/petct/metrics.py"/>
        <source>One of the two outlines is empty.</source>
        <translation>Eine der beiden Konturen ist leer.</translation>
    </message>
    <message>
        <location filename="../../algorithms/petct/preparation.py"/>
        <source>The PET does not cover the specimen.</source>
        <translation>Die PET deckt das Resektat nicht ab.</translation>
    </message>
    <message>
        <location filename="../../algorithms/petct/preparation.py"/>
        <source>The specimen is too large to be analysed at 0.1 mm on this console.</source>
        <translation>Das Resektat ist zu groß, um auf dieser Konsole mit 0,1 mm ausgewertet zu werden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/petct/tissue.py"/>
        <source>No specimen was found on the CT: it shows one kind of matter only.</source>
        <translation>In der CT wurde kein Resektat gefunden: Sie zeigt nur eine Art Materie.</translation>
    </message>
    <message>
        <location filename="../../algorithms/petct/tissue.py"/>
        <source>The CT shows a container, but no specimen in it.</source>
        <translation>Die CT zeigt ein Gefäß, aber kein Resektat darin.</translation>
    </message>
    <message>
        <location filename="../../algorithms/petct/tissue.py"/>
        <source>What was found on the CT is smaller than %1 mm³: too small to be judged.</source>
        <translation>Das in der CT Gefundene ist kleiner als %L1 mm³: zu klein zum Beurteilen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>%1: ICG %2, ultrasound %3 cm, range %4 to %5. A small figure does not mean clear margins.</source>
        <translation>%L1: ICG %L2, Ultraschall %L3 cm, Spanne %L4 bis %L5. Ein kleiner Wert bedeutet keine freien Schnittränder.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>Above both published medians</source>
        <translation>Über beiden veröffentlichten Medianen</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>Above everything published (%1 to %2 cm): measure again before it is compared.</source>
        <translation>Über allem Veröffentlichten (%L1 bis %L2 cm): vor dem Vergleich neu messen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>Below both published medians</source>
        <translation>Unter beiden veröffentlichten Medianen</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>Below everything published (%1 to %2 cm): measure again before it is compared.</source>
        <translation>Unter allem Veröffentlichten (%L1 bis %L2 cm): vor dem Vergleich neu messen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>Between the published medians</source>
        <translation>Zwischen den veröffentlichten Medianen</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>Not comparable: two opposite margins are involved (%1, %2) and the figure cannot see it.</source>
        <translation>Nicht vergleichbar: Zwei gegenüberliegende Schnittränder sind befallen (%L1, %L2), und der Wert kann es nicht sehen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>Resection ratio %1, %2</source>
        <translation>Resektionsverhältnis %L1, %L2</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>Under %1 cm³: of such small specimens surgeon and pathologist disagree about the orientation in 78 % (in 31 % of all). Have a second person confirm it.</source>
        <translation>Unter %L1 cm³: Bei so kleinen Resektaten sind sich Operateur und Pathologe in 78 % über die Orientierung uneins (in 31 % aller). Lassen Sie sie von einer zweiten Person bestätigen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>above %1: much tissue for little gain</source>
        <translation>über %L1: viel Gewebe für wenig Gewinn</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>below 1: less than the tumour and 10 mm around it</source>
        <translation>unter 1: weniger als der Tumor und 10 mm um ihn</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>published median %1, range %2 to %3</source>
        <translation>veröffentlichter Median %L1, Spanne %L2 bis %L3</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/accuracy.py"/>
        <source>specimen accuracy</source>
        <translation>Resektatgenauigkeit</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/bulk.py"/>
        <source>%1 g does not fit three axes that make an ellipsoid of %2 cm³. Weigh or measure again?</source>
        <translation>%L1 g passen nicht zu drei Achsen, die ein Ellipsoid von %L2 cm³ ergeben. Neu wiegen oder messen?</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/bulk.py"/>
        <source>%1: it is more than 0 %2.</source>
        <translation>%L1: Es ist mehr als 0 %L2.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/bulk.py"/>
        <source>%1: more than %2 %3 is more than any breast specimen.</source>
        <translation>%L1: Mehr als %L2 %L3 hat kein Brustresektat.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/bulk.py"/>
        <source>%1: that is not a number.</source>
        <translation>%L1: Das ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/bulk.py"/>
        <source>Mass and depth margins exceed the specimen by %1 mm in depth. Measure again?</source>
        <translation>Herd und Tiefenränder überschreiten das Resektat um %L1 mm in der Tiefe. Neu messen?</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/bulk.py"/>
        <source>Mass, depth</source>
        <translation>Herd, Tiefe</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/bulk.py"/>
        <source>Resected, depth</source>
        <translation>Resektat, Tiefe</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/bulk.py"/>
        <source>Resected, depth %1 mm beside a minor axis of %2 mm? Millimetres or centimetres?</source>
        <translation>Resektat, Tiefe %L1 mm neben einer Nebenachse von %L2 mm? Millimeter oder Zentimeter?</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/bulk.py"/>
        <source>Shave, thickness</source>
        <translation>Nachresektion, Dicke</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/bulk.py"/>
        <source>The mass is deeper than the specimen.</source>
        <translation>Der Herd ist tiefer als das Resektat.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/bulk.py"/>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/centralization.py"/>
        <source>Published range %1 to %2 cm (%3). Two axes only: depth is not part of the formula.</source>
        <translation>Veröffentlichte Spanne %L1 bis %L2 cm (%3). Nur zwei Achsen: Die Tiefe gehört nicht zur Formel.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>%1 %2 mm? Its neighbours suggest %3 mm. Millimetres or centimetres?</source>
        <translation>%L1 %L2 mm? Die Nachbarn legen %L3 mm nahe. Millimeter oder Zentimeter?</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>Mass and margins exceed the specimen by %1 mm along the %2 axis. Measure again?</source>
        <translation>Herd und Ränder überschreiten das Resektat um %L1 mm entlang der %L2. Neu messen?</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>Mass and margins fill only %1 of %2 mm along the %3 axis. Are all in millimetres?</source>
        <translation>Herd und Ränder füllen nur %L1 von %L2 mm entlang der %L3. Alles in Millimetern?</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>The %1 major axis (%2 mm) is shorter than the minor axis (%3 mm). Were they swapped?</source>
        <translation>Die Hauptachse (%L1, %L2 mm) ist kürzer als die Nebenachse (%L3 mm). Vertauscht?</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>The %1 margin is 0 mm: the mass reaches the surface there.</source>
        <translation>Der Schnittrand %L1 ist 0 mm: Dort erreicht der Herd die Oberfläche.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>The mass is longer than the specimen along the %1 axis.</source>
        <translation>Der Herd ist entlang der %L1 länger als das Resektat.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>The specimen is only %1 mm long. Were these centimetres?</source>
        <translation>Das Resektat ist nur %L1 mm lang. Waren das Zentimeter?</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>Two opposite margins are involved, %1 and %2; the formula cannot see this.</source>
        <translation>Zwei gegenüberliegende Schnittränder sind befallen, %L1 und %L2; die Formel kann das nicht sehen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>axes swapped</source>
        <translation>Achsen vertauscht</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>mass larger than specimen</source>
        <translation>Herd größer als Resektat</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>opposite zero margins</source>
        <translation>gegenüberliegende Schnittränder null</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>sum exceeds specimen</source>
        <translation>Summe übersteigt Resektat</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>sum falls short</source>
        <translation>Summe zu klein</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>unit slip</source>
        <translation>falsche Einheit</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>weight does not fit</source>
        <translation>Gewicht passt nicht</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/doubts.py"/>
        <source>zero margin</source>
        <translation>Schnittrand null</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/measurement.py"/>
        <source>%1 margin</source>
        <translation>Schnittrand %L1</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/measurement.py"/>
        <source>%1, %2 axis</source>
        <translation>%L1, %L2</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/measurement.py"/>
        <source>%1: a length cannot be negative.</source>
        <translation>%L1: Eine Länge kann nicht negativ sein.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/measurement.py"/>
        <source>%1: an axis cannot be 0 mm long.</source>
        <translation>%L1: Eine Achse kann nicht 0 mm lang sein.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/measurement.py"/>
        <source>%1: more than %2 mm is longer than any breast specimen.</source>
        <translation>%L1: Mehr als %L2 mm ist länger als jedes Brustresektat.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/measurement.py"/>
        <source>%1: that is not a length.</source>
        <translation>%L1: Das ist keine Länge.</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/questions.py"/>
        <source>%1 %2? Did you mean %3 %4?</source>
        <translation>%L1 %L2? Meinten Sie %L3 %L4?</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/questions.py"/>
        <source>Keep %1 %2</source>
        <translation>%L1 %L2 behalten</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/questions.py"/>
        <source>Swap them</source>
        <translation>Vertauschen</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/questions.py"/>
        <source>Type it again</source>
        <translation>Erneut eingeben</translation>
    </message>
    <message>
        <location filename="../../algorithms/specimen/questions.py"/>
        <source>Use %1 %2</source>
        <translation>%L1 %L2 nehmen</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/agreement.py"/>
        <source>%1 on TP/(TP+FP+FN), carried over</source>
        <translation>%L1 auf TP/(TP+FP+FN), übertragen</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/agreement.py"/>
        <source>No case has both a truth and a prediction.</source>
        <translation>Kein Fall hat sowohl Wahrheit als auch Vorhersage.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/agreement.py"/>
        <source>No case is positive, in truth or by prediction.</source>
        <translation>Kein Fall ist positiv, weder wirklich noch vorhergesagt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/agreement.py"/>
        <source>No case is truly negative.</source>
        <translation>Kein Fall ist wirklich negativ.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/agreement.py"/>
        <source>No case is truly positive.</source>
        <translation>Kein Fall ist wirklich positiv.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/agreement.py"/>
        <source>No case was predicted negative.</source>
        <translation>Kein Fall wurde negativ vorhergesagt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/agreement.py"/>
        <source>No case was predicted positive.</source>
        <translation>Kein Fall wurde positiv vorhergesagt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/agreement.py"/>
        <source>Predictive values hold only at this share of positive margins. Intervals allow for several rows of one specimen.</source>
        <translation>Prädiktive Werte gelten nur bei diesem Anteil positiver Schnittränder. Intervalle berücksichtigen mehrere Zeilen eines Resektats.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/agreement.py"/>
        <source>Predictive values hold only at this share of positive margins. Intervals take cases as independent.</source>
        <translation>Prädiktive Werte gelten nur bei diesem Anteil positiver Schnittränder. Intervalle nehmen Fälle als unabhängig.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/agreement.py"/>
        <source>diagnostic agreement with Wilson's intervals</source>
        <translation>diagnostische Übereinstimmung mit Wilson-Intervallen</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/agreement.py"/>
        <source>diagnostic agreement with Wilson's intervals on the effective number of clustered cases</source>
        <translation>diagnostische Übereinstimmung mit Wilson-Intervallen auf der effektiven Zahl geclusterter Fälle</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/bland_altman.py"/>
        <source>Assumes differences near normal that neither grow nor shrink with size: look at the plot of `means` against `differences`.</source>
        <translation>Setzt annähernd normalverteilte Differenzen voraus, die mit der Größe weder wachsen noch schrumpfen: Prüfen Sie die Auftragung von `means` gegen `differences`.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/bland_altman.py"/>
        <source>Bland–Altman limits of agreement</source>
        <translation>Übereinstimmungsgrenzen nach Bland–Altman</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/bland_altman.py"/>
        <source>Fewer than three pairs: limits of agreement need more.</source>
        <translation>Weniger als drei Paare: Übereinstimmungsgrenzen brauchen mehr.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/bland_altman.py"/>
        <source>lower limit of agreement</source>
        <translation>untere Übereinstimmungsgrenze</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/bland_altman.py"/>
        <source>mean difference</source>
        <translation>mittlere Differenz</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/bland_altman.py"/>
        <source>upper limit of agreement</source>
        <translation>obere Übereinstimmungsgrenze</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/clustered.py"/>
        <source>There is no case to take a share of.</source>
        <translation>Es gibt keinen Fall für einen Anteil.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/clustered.py"/>
        <source>Wilson, clustered</source>
        <translation>Wilson, geclustert</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/clustered.py"/>
        <source>proportion, Wilson's interval on the effective number of clustered cases</source>
        <translation>Anteil, Wilson-Intervall auf der effektiven Zahl geclusterter Fälle</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/competing.py"/>
        <source>Aalen–Johansen cumulative incidence, log-log bands with the delta-method variance of Dinse and Larson</source>
        <translation>kumulative Inzidenz nach Aalen–Johansen, Log-Log-Bänder mit der Delta-Varianz nach Dinse und Larson</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/competing.py"/>
        <source>Assumes that those who left were no different from those who stayed; each event ends a case's time.</source>
        <translation>Setzt voraus, dass Ausgeschiedene sich nicht von Verbliebenen unterscheiden; jedes Ereignis beendet die Zeit eines Falls.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/competing.py"/>
        <source>No case has both a time and a status.</source>
        <translation>Kein Fall hat sowohl Zeit als auch Status.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/competing.py"/>
        <source>No event happened.</source>
        <translation>Kein Ereignis trat ein.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/contingency.py"/>
        <source>An approximation: every expected count should be 5 or more, else the exact test stands.</source>
        <translation>Eine Näherung: Jede erwartete Häufigkeit sollte 5 oder mehr sein, sonst gilt der exakte Test.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/contingency.py"/>
        <source>Exact, conditional on the margins; two-sided by probability: all tables no likelier than the observed one.</source>
        <translation>Exakt, bedingt auf die Randsummen; zweiseitig nach Wahrscheinlichkeit: alle Tafeln, die nicht wahrscheinlicher sind als die beobachtete.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/contingency.py"/>
        <source>Fisher's exact test</source>
        <translation>exakter Test nach Fisher</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/contingency.py"/>
        <source>The table has a single row or column with counts: there is nothing to compare.</source>
        <translation>Die Tafel hat nur eine besetzte Zeile oder Spalte: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/contingency.py"/>
        <source>χ² test, Yates's correction</source>
        <translation>χ²-Test, Yates-Korrektur</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/contingency.py"/>
        <source>χ² test, uncorrected</source>
        <translation>χ²-Test, unkorrigiert</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/cox.py"/>
        <source>%1 does not vary among those at risk at any event: it cannot be estimated.</source>
        <translation>%L1 variiert unter den Gefährdeten bei keinem Ereignis: nicht schätzbar.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/cox.py"/>
        <source>Assumes hazards in a constant ratio over time (see the check beside it) and independent censoring. Wald intervals.</source>
        <translation>Setzt Hazards in festem Verhältnis (siehe die Prüfung daneben) und unabhängige Zensierung voraus. Wald-Intervalle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/cox.py"/>
        <source>Cox proportional-hazards regression, %1's method for ties</source>
        <translation>Cox-Regression, Bindungen nach %1</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/cox.py"/>
        <source>Grambsch–Therneau test on scaled Schoenfeld residuals, time by rank</source>
        <translation>Grambsch–Therneau-Test auf skalierten Schoenfeld-Residuen, Zeit nach Rang</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/cox.py"/>
        <source>Monotone likelihood: by %1 the events can be put in order without fail, so no finite hazard ratio exists.</source>
        <translation>Monotone Likelihood: Nach %L1 lassen sich die Ereignisse fehlerlos ordnen; es gibt kein endliches Hazard Ratio.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/cox.py"/>
        <source>No event happened: there is nothing to model.</source>
        <translation>Kein Ereignis trat ein: Es gibt nichts zu modellieren.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/cox.py"/>
        <source>No pair of cases can be put in order.</source>
        <translation>Kein Paar von Fällen lässt sich ordnen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/cox.py"/>
        <source>Not defined across strata.</source>
        <translation>Über Schichten nicht definiert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/cox.py"/>
        <source>Only %1 events for %2 terms: fewer than %3 a term, estimates may be too far from 1.</source>
        <translation>Nur %L1 Ereignisse für %L2 Terme: weniger als %L3 je Term, Schätzungen können zu weit von 1 liegen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/cox.py"/>
        <source>Too few events to check whether hazards are proportional.</source>
        <translation>Zu wenige Ereignisse, um proportionale Hazards zu prüfen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/cox.py"/>
        <source>likelihood-ratio test</source>
        <translation>Likelihood-Quotienten-Test</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/cox.py"/>
        <source>the terms together</source>
        <translation>die Terme zusammen</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/description.py"/>
        <source>No value is there.</source>
        <translation>Kein Wert ist da.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/discrimination.py"/>
        <source>All cases have the same outcome: nothing can be told apart.</source>
        <translation>Alle Fälle haben dasselbe Ergebnis: Nichts lässt sich unterscheiden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/discrimination.py"/>
        <source>Average precision has no closed interval.</source>
        <translation>Die mittlere Präzision hat kein geschlossenes Intervall.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/discrimination.py"/>
        <source>Hosmer–Lemeshow test, %1 groups</source>
        <translation>Hosmer–Lemeshow-Test, %L1 Gruppen</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/discrimination.py"/>
        <source>Measured on the cases the model was fitted to: it will do less well on new ones.</source>
        <translation>An den Fällen gemessen, an die das Modell angepasst wurde: An neuen wird es schlechter sein.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/discrimination.py"/>
        <source>No case has both a probability and an outcome.</source>
        <translation>Kein Fall hat sowohl Wahrscheinlichkeit als auch Ergebnis.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/discrimination.py"/>
        <source>No case is positive.</source>
        <translation>Kein Fall ist positiv.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/discrimination.py"/>
        <source>Too few distinct risks for Hosmer and Lemeshow's test.</source>
        <translation>Zu wenige verschiedene Risiken für den Test nach Hosmer und Lemeshow.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/discrimination.py"/>
        <source>area under the ROC curve</source>
        <translation>Fläche unter der ROC-Kurve</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/discrimination.py"/>
        <source>average precision</source>
        <translation>mittlere Präzision</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/freeman_halton.py"/>
        <source>Freeman–Halton exact test</source>
        <translation>exakter Test nach Freeman–Halton</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/freeman_halton.py"/>
        <source>Freeman–Halton test by Monte Carlo, %1 tables, seed %2</source>
        <translation>Freeman–Halton-Test per Monte Carlo, %L1 Tafeln, Startwert %L2</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/freeman_halton.py"/>
        <source>More than %1 paths would have to be followed for an exact p.</source>
        <translation>Für ein exaktes p müssten mehr als %L1 Pfade verfolgt werden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kaplan_meier.py"/>
        <source>Assumes that those who left were no different from those who stayed. Bands hold at each time, not for the whole curve.</source>
        <translation>Setzt voraus, dass Ausgeschiedene sich nicht von Verbliebenen unterscheiden. Bänder gelten je Zeitpunkt, nicht für die ganze Kurve.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kaplan_meier.py"/>
        <source>Brookmeyer–Crowley, log-log</source>
        <translation>Brookmeyer–Crowley, Log-Log</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kaplan_meier.py"/>
        <source>Fewer than half had the event during follow-up: the median is not reached.</source>
        <translation>Weniger als die Hälfte hatte das Ereignis: Der Median ist nicht erreicht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kaplan_meier.py"/>
        <source>Kaplan–Meier, log-log bands with Greenwood's variance</source>
        <translation>Kaplan–Meier, Log-Log-Bänder mit Greenwood-Varianz</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kaplan_meier.py"/>
        <source>median of the Kaplan–Meier curve</source>
        <translation>Median der Kaplan–Meier-Kurve</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kappa.py"/>
        <source>All readers gave every case the same label: chance alone explains it, κ is undefined.</source>
        <translation>Alle Befunder gaben jedem Fall dasselbe Urteil: Zufall erklärt es, κ ist nicht definiert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kappa.py"/>
        <source>Both readers gave every case the same label: chance alone explains it, κ is undefined.</source>
        <translation>Beide Befunder gaben jedem Fall dasselbe Urteil: Zufall erklärt es, κ ist nicht definiert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kappa.py"/>
        <source>Cohen's κ</source>
        <translation>Cohens κ</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kappa.py"/>
        <source>Fleiss's κ</source>
        <translation>Fleiss’ κ</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kappa.py"/>
        <source>Fleiss's κ needs the same number of readers, two or more, for every case.</source>
        <translation>Fleiss’ κ braucht für jeden Fall gleich viele Befunder, zwei oder mehr.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kappa.py"/>
        <source>No case was read by both.</source>
        <translation>Kein Fall wurde von beiden gelesen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kappa.py"/>
        <source>No case was read.</source>
        <translation>Kein Fall wurde gelesen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kappa.py"/>
        <source>error under no agreement</source>
        <translation>Fehler ohne Übereinstimmung</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kappa.py"/>
        <source>large sample</source>
        <translation>große Stichprobe</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/kappa.py"/>
        <source>κ falls where one category is rare, however well readers agree; give the shares beside it.</source>
        <translation>κ fällt, wo eine Kategorie selten ist, wie gut Befunder auch übereinstimmen; nennen Sie die Anteile daneben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/log_rank.py"/>
        <source>At every event only one arm was at risk: there is nothing to compare.</source>
        <translation>Bei jedem Ereignis war nur ein Arm unter Risiko: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/log_rank.py"/>
        <source>Fewer than two arms have cases with a time and a status.</source>
        <translation>Weniger als zwei Arme haben Fälle mit Zeit und Status.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/log_rank.py"/>
        <source>No event happened: there is nothing to compare.</source>
        <translation>Kein Ereignis trat ein: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/log_rank.py"/>
        <source>Strongest where hazards are proportional; blind where curves cross.</source>
        <translation>Am stärksten bei proportionalen Hazards; blind, wo Kurven sich kreuzen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/log_rank.py"/>
        <source>log-rank test</source>
        <translation>Log-Rank-Test</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/log_rank.py"/>
        <source>stratified log-rank test</source>
        <translation>stratifizierter Log-Rank-Test</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/logistic.py"/>
        <source>Assumes independent cases and effects that multiply odds; about ten events a term keep it steady. Wald intervals.</source>
        <translation>Setzt unabhängige Fälle und multiplikative Effekte auf die Odds voraus; etwa zehn Ereignisse je Term halten es stabil. Wald-Intervalle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/logistic.py"/>
        <source>Every case has the outcome.</source>
        <translation>Jeder Fall hat das Ergebnis.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/logistic.py"/>
        <source>No case has the outcome.</source>
        <translation>Kein Fall hat das Ergebnis.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/logistic.py"/>
        <source>Only %1 cases in the rarer outcome for %2 terms: fewer than %3 a term, estimates may be too far from 1.</source>
        <translation>Nur %L1 Fälle im selteneren Ergebnis für %L2 Terme: weniger als %L3 je Term, Schätzungen können zu weit von 1 liegen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/logistic.py"/>
        <source>Separation: %1 foretell the outcome of some cases without fail; no finite odds ratio exists.</source>
        <translation>Separation: %L1 sagen das Ergebnis mancher Fälle fehlerlos voraus; kein endliches Odds Ratio.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/logistic.py"/>
        <source>logistic regression, maximum likelihood by Newton's method</source>
        <translation>logistische Regression, Maximum Likelihood nach Newton</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/logistic.py"/>
        <source>odds when every term is 0</source>
        <translation>Odds, wenn jeder Term 0 ist</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/logistic.py"/>
        <source>profile likelihood</source>
        <translation>Profil-Likelihood</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/mcnemar.py"/>
        <source>Exact, two-sided, on the discordant pairs alone; without any, p is 1.</source>
        <translation>Exakt, zweiseitig, nur auf den diskordanten Paaren; ohne solche ist p 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/mcnemar.py"/>
        <source>McNemar's exact test</source>
        <translation>exakter McNemar-Test</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/means.py"/>
        <source>An arm has fewer than two values.</source>
        <translation>Ein Arm hat weniger als zwei Werte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/means.py"/>
        <source>Assumes independent cases and means that are near normal: about 30 in each arm, or values without a long tail.</source>
        <translation>Setzt unabhängige Fälle und annähernd normale Mittelwerte voraus: etwa 30 je Arm, oder Werte ohne langen Ausläufer.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/means.py"/>
        <source>Fewer than two arms have enough values.</source>
        <translation>Weniger als zwei Arme haben genug Werte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/means.py"/>
        <source>The values do not vary inside any arm.</source>
        <translation>Die Werte variieren in keinem Arm.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/means.py"/>
        <source>The values do not vary inside either arm.</source>
        <translation>Die Werte variieren in keinem der Arme.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/means.py"/>
        <source>The values do not vary inside the arms.</source>
        <translation>Die Werte variieren in den Armen nicht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/means.py"/>
        <source>Welch</source>
        <translation>Welch</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/means.py"/>
        <source>difference of means</source>
        <translation>Mittelwertdifferenz</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/means.py"/>
        <source>one-way analysis of variance</source>
        <translation>einfaktorielle Varianzanalyse</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/means.py"/>
        <source>two-sample t-test, Welch</source>
        <translation>t-Test für zwei Stichproben, Welch</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/means.py"/>
        <source>two-sample t-test, pooled variance</source>
        <translation>t-Test für zwei Stichproben, gepoolte Varianz</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/methods.py"/>
        <source>%1 cases were analysed.</source>
        <translation>%L1 Fälle wurden ausgewertet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/methods.py"/>
        <source>%1 in %2</source>
        <translation>%L1 in %L2</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/methods.py"/>
        <source>No value was missing.</source>
        <translation>Kein Wert fehlte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/methods.py"/>
        <source>Tests are two-sided and unadjusted unless said; intervals are at %1. Computed by Rimlight's statistics, version %2.</source>
        <translation>Tests sind zweiseitig und unadjustiert, wenn nicht anders gesagt; Intervalle zu %L1. Berechnet mit der Statistik von Rimlight, Version %2.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/methods.py"/>
        <source>Values were missing: %1; cases that lack a value were left out of its analysis.</source>
        <translation>Werte fehlten: %L1; Fälle ohne einen Wert wurden aus dessen Auswertung ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/monitoring.py"/>
        <source>A signal asks for a look at the cases, not for a verdict; the chart restarts at 0 after each.</source>
        <translation>Ein Signal verlangt einen Blick auf die Fälle, kein Urteil; danach beginnt das Diagramm wieder bei 0.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/monitoring.py"/>
        <source>Exact binomial limits around the rate of all; differences in case mix are not adjusted for.</source>
        <translation>Exakte binomiale Grenzen um die Rate aller; Unterschiede der Fälle sind nicht adjustiert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/monitoring.py"/>
        <source>Needs a rate between 0 and 1 and odds that change.</source>
        <translation>Braucht eine Rate zwischen 0 und 1 und veränderte Odds.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/monitoring.py"/>
        <source>No case has both an outcome and an expected rate between 0 and 1.</source>
        <translation>Kein Fall hat sowohl ein Ergebnis als auch eine erwartete Rate zwischen 0 und 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/monitoring.py"/>
        <source>No group has cases.</source>
        <translation>Keine Gruppe hat Fälle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/monitoring.py"/>
        <source>funnel plot with exact binomial limits at 95 % and 99.8 %</source>
        <translation>Trichterdiagramm mit exakten binomialen Grenzen zu 95 % und 99,8 %</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/monitoring.py"/>
        <source>log-likelihood-ratio CUSUM</source>
        <translation>Log-Likelihood-Ratio-CUSUM</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/power.py"/>
        <source>Above %1 cases an arm only the normal approximation is given.</source>
        <translation>Über %L1 Fällen je Arm wird nur die Normalnäherung angegeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/power.py"/>
        <source>Above %1 cases an arm the normal approximation stands; counting would take too long.</source>
        <translation>Über %L1 Fällen je Arm gilt die Normalnäherung; Auszählen dauerte zu lange.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/power.py"/>
        <source>More than %1 cases an arm would be needed.</source>
        <translation>Mehr als %L1 Fälle je Arm wären nötig.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/power.py"/>
        <source>The two proportions are equal: no size can tell them apart.</source>
        <translation>Die beiden Anteile sind gleich: Keine Größe kann sie unterscheiden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/power.py"/>
        <source>log-rank test: Schoenfeld 1983 and Freedman 1982</source>
        <translation>Log-Rank-Test: Schoenfeld 1983 und Freedman 1982</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/power.py"/>
        <source>two proportions: normal approximation (pooled under no difference), and exact by counting all outcomes</source>
        <translation>zwei Anteile: Normalnäherung (gepoolt ohne Unterschied), und exakt durch Auszählen aller Ergebnisse</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/propensity.py"/>
        <source>An arm has no outcome.</source>
        <translation>Ein Arm hat kein Ergebnis.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/propensity.py"/>
        <source>Balances only what was measured; what was not may still differ. Weights are treated as known, which makes intervals slightly too wide.</source>
        <translation>Balanciert nur, was gemessen wurde; anderes kann sich weiter unterscheiden. Gewichte gelten als bekannt, was Intervalle etwas zu weit macht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/propensity.py"/>
        <source>The outcome does not vary inside the arms.</source>
        <translation>Das Ergebnis variiert in den Armen nicht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/propensity.py"/>
        <source>cases of the second arm</source>
        <translation>Fälle des zweiten Arms</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/propensity.py"/>
        <source>cases that could have been in either arm</source>
        <translation>Fälle, die in jedem der Arme hätten sein können</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/propensity.py"/>
        <source>propensity weighting by logistic regression, for %1</source>
        <translation>Propensity-Gewichtung mit logistischer Regression, für %L1</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/propensity.py"/>
        <source>weighted risk difference</source>
        <translation>gewichtete Risikodifferenz</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/propensity.py"/>
        <source>weighted risk difference, sandwich error</source>
        <translation>gewichtete Risikodifferenz, Sandwich-Fehler</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>A cell of the table is 0: the ratio is 0 or without bound, and its usual interval is undefined.</source>
        <translation>Eine Zelle der Tafel ist 0: Das Verhältnis ist 0 oder unbegrenzt, und sein übliches Intervall nicht definiert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>All cases have the same outcome, or all are in one arm: nothing bounds the odds ratio.</source>
        <translation>Alle Fälle haben dasselbe Ergebnis, oder alle liegen in einem Arm: Die Odds Ratio ist nicht eingrenzbar.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>An arm has no cases.</source>
        <translation>Ein Arm hat keine Fälle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>An arm has no positive case: the ratio is 0 or without bound, and its usual interval is undefined.</source>
        <translation>Ein Arm hat keinen positiven Fall: Das Verhältnis ist 0 oder unbegrenzt, und sein übliches Intervall nicht definiert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>Clopper–Pearson</source>
        <translation>Clopper–Pearson</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>Katz</source>
        <translation>Katz</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>Newcombe</source>
        <translation>Newcombe</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>Wilson</source>
        <translation>Wilson</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>Woolf</source>
        <translation>Woolf</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>exact conditional (Cornfield)</source>
        <translation>exakt bedingt (Cornfield)</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>odds ratio, Woolf's log interval</source>
        <translation>Odds Ratio, Log-Intervall nach Woolf</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>proportion, Wilson's interval</source>
        <translation>Anteil, Wilson-Intervall</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>risk difference, Newcombe's interval</source>
        <translation>Risikodifferenz, Newcombe-Intervall</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/proportions.py"/>
        <source>risk ratio, Katz's log interval</source>
        <translation>Risk Ratio, Log-Intervall nach Katz</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/ranks.py"/>
        <source>All values are equal.</source>
        <translation>Alle Werte sind gleich.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/ranks.py"/>
        <source>An arm has no values.</source>
        <translation>Ein Arm hat keine Werte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/ranks.py"/>
        <source>Compares ranks, not means; exact up to 50 values, conditional on their ties, then normal with corrections for ties and continuity.</source>
        <translation>Vergleicht Ränge, nicht Mittelwerte; exakt bis 50 Werte, bedingt auf ihre Bindungen, darüber normal mit Bindungs- und Stetigkeitskorrektur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/ranks.py"/>
        <source>Fewer than two arms have values.</source>
        <translation>Weniger als zwei Arme haben Werte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/ranks.py"/>
        <source>Kruskal–Wallis test</source>
        <translation>Kruskal-Wallis-Test</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/ranks.py"/>
        <source>No pair differs.</source>
        <translation>Kein Paar unterscheidet sich.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/ranks.py"/>
        <source>Wilcoxon rank-sum test, exact</source>
        <translation>Wilcoxon-Rangsummentest, exakt</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/ranks.py"/>
        <source>Wilcoxon rank-sum test, normal approximation</source>
        <translation>Wilcoxon-Rangsummentest, Normalnäherung</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/ranks.py"/>
        <source>Wilcoxon signed-rank test, exact</source>
        <translation>Wilcoxon-Vorzeichen-Rang-Test, exakt</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/ranks.py"/>
        <source>Wilcoxon signed-rank test, normal approximation</source>
        <translation>Wilcoxon-Vorzeichen-Rang-Test, Normalnäherung</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/subgroups.py"/>
        <source>A forest of odds ratios needs exactly two arms with cases.</source>
        <translation>Ein Forest-Plot der Odds Ratios braucht genau zwei Arme mit Fällen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/subgroups.py"/>
        <source>A subgroup's own p-value does not show that it differs from the others: only the test of interaction does. Few subgroups have the power.</source>
        <translation>Der p-Wert einer einzelnen Untergruppe zeigt nicht, dass sie sich von den anderen unterscheidet; das zeigt nur der Interaktionstest. Wenige Untergruppen haben dafür die Power.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/subgroups.py"/>
        <source>An arm has no cases here.</source>
        <translation>Ein Arm hat hier keine Fälle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/subgroups.py"/>
        <source>Fewer than two levels have both arms and both outcomes: no interaction can be tested.</source>
        <translation>Weniger als zwei Stufen haben beide Arme und beide Ergebnisse: Interaktion nicht prüfbar.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/subgroups.py"/>
        <source>likelihood-ratio test of interaction</source>
        <translation>Likelihood-Ratio-Test der Interaktion</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/table_one.py"/>
        <source>Defined for two arms.</source>
        <translation>Für zwei Arme definiert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/table_one.py"/>
        <source>Defined for two levels in two arms.</source>
        <translation>Für zwei Stufen in zwei Armen definiert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/table_one.py"/>
        <source>Medians are compared by Wilcoxon's rank-sum test (Kruskal–Wallis for three or more arms), means by the t-test (analysis of variance).</source>
        <translation>Mediane werden mit dem Wilcoxon-Rangsummentest verglichen (ab drei Armen Kruskal-Wallis), Mittelwerte mit dem t-Test (Varianzanalyse).</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/table_one.py"/>
        <source>No case differs.</source>
        <translation>Kein Fall unterscheidet sich.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/table_one.py"/>
        <source>No test could be made, so nothing is adjusted.</source>
        <translation>Kein Test war möglich, also wurde nichts adjustiert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/table_one.py"/>
        <source>Numbers: an arm with fewer than %1 values or a skewness beyond ±%2 makes it median (range); otherwise mean ± SD.</source>
        <translation>Zahlen: Ein Arm mit weniger als %L1 Werten oder einer Schiefe jenseits von ±%L2 führt zu Median (Spannweite), sonst Mittelwert ± SD.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/table_one.py"/>
        <source>The t-test pools the variance unless one arm's variance is more than %1 times the other's; then Welch's stands.</source>
        <translation>Der t-Test fasst die Varianz zusammen, außer wenn die eines Arms mehr als %L1-mal so groß ist wie die des anderen; dann gilt Welch.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/table_one.py"/>
        <source>There is only one arm.</source>
        <translation>Es gibt nur einen Arm.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/table_one.py"/>
        <source>Words: χ² without correction, unless an expected count is below 5; then Fisher's exact test (2×2) or Freeman and Halton's (r×c).</source>
        <translation>Wörter: χ² ohne Korrektur, außer bei erwarteten Häufigkeiten unter 5; dann exakter Test nach Fisher (2×2) oder Freeman und Halton (r×c).</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/table_one.py"/>
        <source>p-values are two-sided and unadjusted; Holm's and Benjamini and Hochberg's adjustments over the whole table stand beside them.</source>
        <translation>p-Werte sind zweiseitig und nicht adjustiert; daneben stehen die Adjustierungen nach Holm sowie Benjamini und Hochberg über die ganze Tafel.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/terms.py"/>
        <source>%1 %2, against %3</source>
        <translation>%1 %2, gegen %3</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/terms.py"/>
        <source>%1 does not vary among the complete cases and is left out.</source>
        <translation>%1 variiert unter den vollständigen Fällen nicht und wurde weggelassen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/terms.py"/>
        <source>%1 is fixed by the terms before it: the model cannot tell them apart.</source>
        <translation>%1 ist durch die vorangehenden Terme festgelegt: Das Modell kann sie nicht trennen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/terms.py"/>
        <source>No case has a value in every column of the model.</source>
        <translation>Kein Fall hat in jeder Spalte des Modells einen Wert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/terms.py"/>
        <source>No term varies among the complete cases.</source>
        <translation>Kein Term variiert unter den vollständigen Fällen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/terms.py"/>
        <source>Wald</source>
        <translation>Wald</translation>
    </message>
    <message>
        <location filename="../../algorithms/statistics/terms.py"/>
        <source>one more of %1</source>
        <translation>eins mehr von %1</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/bounded.py"/>
        <source>It does not answer. Unplug it and plug it in again.</source>
        <translation>Sie antwortet nicht. Trennen Sie sie und schließen Sie sie wieder an.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/camera_feed.py"/>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/camera_feed.py"/>
        <source>It does not answer. Unplug it and plug it in again; it resumes by itself.</source>
        <translation>Sie antwortet nicht. Trennen Sie sie und schließen Sie sie wieder an; es geht von selbst weiter.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/camera_feed.py"/>
        <source>It is not connected, so it cannot be set up.</source>
        <translation>Sie ist nicht angeschlossen und lässt sich daher nicht einstellen.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/camera_feed.py"/>
        <source>It is not connected.</source>
        <translation>Sie ist nicht angeschlossen.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/camera_feed.py"/>
        <source>The camera is silent. The picture is the last one that came; it goes on by itself.</source>
        <translation>Die Kamera schweigt. Das Bild ist das letzte, das kam; es geht von selbst weiter.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/camera_feed.py"/>
        <source>no camera</source>
        <translation>keine Kamera</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/caretaker.py"/>
        <source>The %1 did not finish: %2</source>
        <translation>%L1 wurde nicht fertig: %L2</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/caretaker.py"/>
        <source>it ended without a word</source>
        <translation>endete ohne ein Wort</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/checking.py"/>
        <source>Cannot check: %1</source>
        <translation>Kontrolle nicht möglich: %L1</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/checking.py"/>
        <source>The camera changed during the check. Repeat it.</source>
        <translation>Die Kamera hat sich während der Kontrolle verändert. Wiederholen Sie sie.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/checking.py"/>
        <source>The check failed inside Rimlight. Nothing was decided; repeat it.</source>
        <translation>Die Kontrolle scheiterte in Rimlight. Nichts wurde entschieden; wiederholen Sie sie.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/checking.py"/>
        <source>Too few frames came from the camera for a check. Repeat it when the picture is live again.</source>
        <translation>Für eine Kontrolle kamen zu wenige Bilder von der Kamera. Wiederholen Sie sie, wenn das Bild wieder live ist.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/checking.py"/>
        <source>distance mm</source>
        <translation>Abstand mm</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/checking.py"/>
        <source>exposure ms</source>
        <translation>Belichtung ms</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/checking.py"/>
        <source>gain dB</source>
        <translation>Verstärkung dB</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/eye.py"/>
        <source>Near infrared</source>
        <translation>Nahinfrarot</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/eye.py"/>
        <source>Not calibrated: no lengths.</source>
        <translation>Nicht kalibriert: keine Längen.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/eye.py"/>
        <source>ambient removed</source>
        <translation>Raumlicht abgezogen</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/eye.py"/>
        <source>dark and flat corrected</source>
        <translation>dunkel- und hellkorrigiert</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/eye.py"/>
        <source>dark corrected</source>
        <translation>dunkelkorrigiert</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/eye.py"/>
        <source>room light not removed</source>
        <translation>Raumlicht nicht abgezogen</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/imaging.py"/>
        <source>No camera is connected, so nothing was kept.</source>
        <translation>Keine Kamera ist angeschlossen; nichts wurde behalten.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/imaging.py"/>
        <source>The kept calibration of this camera is damaged. Calibrate it again.</source>
        <translation>Die gespeicherte Kalibrierung dieser Kamera ist beschädigt. Kalibrieren Sie neu.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/imported.py"/>
        <source>The depths are another scanner's; Rimlight only classified them.</source>
        <translation>Die Tiefen stammen von einem anderen Scanner; Rimlight hat sie nur eingestuft.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/imported.py"/>
        <source>another scanner</source>
        <translation>anderer Scanner</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_answer.py"/>
        <source>A mixed tumour is judged by the models for NST: what is lobular or in situ may be missed.</source>
        <translation>Ein gemischter Tumor wird mit den Modellen für NST beurteilt: Lobuläre oder In-situ-Anteile können übersehen werden.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_answer.py"/>
        <source>Metal lies within %1 mm of the narrowest place: its streaks may have drawn or hidden tumour there. Look at it, and correct the outline if need be.</source>
        <translation>Metall liegt innerhalb von %L1 mm der engsten Stelle: Seine Artefakte können dort Tumor vorgetäuscht oder verdeckt haben. Sehen Sie die Stelle an und korrigieren Sie die Kontur bei Bedarf.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_answer.py"/>
        <source>Plain thresholds, tuned on simulated specimens. Research use only.</source>
        <translation>Einfache Schwellenwerte, an simulierten Resektaten eingestellt. Nur für Forschungszwecke.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_answer.py"/>
        <source>The CT's voxels are %1 mm: the rule of 0.1 mm cannot be exact on them.</source>
        <translation>Die CT-Voxel messen %L1 mm: Die Regel von 0,1 mm kann daran nicht exakt sein.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_answer.py"/>
        <source>The models were trained on simulated specimens and never validated on patients. Research use only.</source>
        <translation>Die Modelle wurden an simulierten Resektaten trainiert und nie an Patientinnen geprüft. Nur für Forschungszwecke.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_answer.py"/>
        <source>The specimen reaches the end of the scan: faces there are measured to where the picture ends.</source>
        <translation>Das Resektat reicht bis an den Rand des Scans: Flächen dort sind bis zum Bildrand gemessen.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_answer.py"/>
        <source>The tumour's narrowest place lies where the scan ends: part of the specimen is missing, so the margin cannot be judged.</source>
        <translation>Die engste Stelle des Tumors liegt am Rand des Scans: Ein Teil des Resektats fehlt, daher ist der Schnittrand nicht beurteilbar.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_answer.py"/>
        <source>This scan is simulated.</source>
        <translation>Dieser Scan ist simuliert.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_answer.py"/>
        <source>the central 90 % of the margins of the %1 members that drew the whole tumour</source>
        <translation>die mittleren 90 % der Schnittränder jener %L1 Modelle, die den ganzen Tumor gezeichnet haben</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_child.py"/>
        <source>The analysis ended before it was done; there may be too little memory. Nothing was changed.</source>
        <translation>Die Auswertung endete vorzeitig; vielleicht reicht der Speicher nicht. Es wurde nichts verändert.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_child.py"/>
        <source>The analysis took too long and was ended. Nothing was changed.</source>
        <translation>Die Auswertung dauerte zu lange und wurde beendet. Es wurde nichts verändert.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_desk.py"/>
        <source>Nobody has checked yet whose scan this is. Assign it under Export, From scanners.</source>
        <translation>Noch hat niemand geprüft, wessen Scan das ist. Ordnen Sie ihn unter Export, Von Scannern zu.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_desk.py"/>
        <source>The reading was cancelled. Nothing was imported.</source>
        <translation>Das Lesen wurde abgebrochen. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_files.py"/>
        <source>Drawn by %1, then edited by hand by a %2.</source>
        <translation>Gezeichnet durch %L1, danach von Hand bearbeitet (%L2).</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_files.py"/>
        <source>Drawn by hand by a %1.</source>
        <translation>Von Hand gezeichnet (%L1).</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_files.py"/>
        <source>Made by a PET threshold. Research use only.</source>
        <translation>Mit einem PET-Schwellenwert erstellt. Nur für Forschungszwecke.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_files.py"/>
        <source>Made by an algorithm trained on simulated specimens. Research use only.</source>
        <translation>Von einem Algorithmus, der an simulierten Resektaten trainiert wurde. Nur für Forschungszwecke.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_files.py"/>
        <source>Outline edited by hand. Research use only.</source>
        <translation>Kontur von Hand bearbeitet. Nur für Forschungszwecke.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_files.py"/>
        <source>The scan itself is simulated.</source>
        <translation>Der Scan selbst ist simuliert.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_files.py"/>
        <source>Tumour, drawn by hand</source>
        <translation>Tumor, von Hand gezeichnet</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_files.py"/>
        <source>Tumour, edited by hand</source>
        <translation>Tumor, von Hand bearbeitet</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_files.py"/>
        <source>Tumour, simulated training</source>
        <translation>Tumor, simuliertes Training</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_files.py"/>
        <source>Tumour, threshold</source>
        <translation>Tumor, Schwellenwert</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_kept.py"/>
        <source>No tumour is drawn: a margin cannot be stated.</source>
        <translation>Kein Tumor ist gezeichnet: Ein Schnittrand lässt sich nicht angeben.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_kept.py"/>
        <source>The kept pictures of this PET-CT cannot be read. The signed numbers stand.</source>
        <translation>Die gespeicherten Bilder dieser PET-CT lassen sich nicht lesen. Die signierten Zahlen gelten.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_models.py"/>
        <source>No %1 models are installed for this method.</source>
        <translation>Für dieses Verfahren sind keine Modelle für %L1 installiert.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_models.py"/>
        <source>No trained models are installed. The threshold works without them: --method threshold.</source>
        <translation>Keine trainierten Modelle sind installiert. Der Schwellenwert kommt ohne sie aus.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_models.py"/>
        <source>The manifest of the models cannot be read. Nothing was computed.</source>
        <translation>Das Verzeichnis der Modelle lässt sich nicht lesen. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_models.py"/>
        <source>The manifest of the models is not complete. Nothing was computed.</source>
        <translation>Das Verzeichnis der Modelle ist unvollständig. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_models.py"/>
        <source>The manifest of the models is too large to be one. Nothing was computed.</source>
        <translation>Das Verzeichnis der Modelle ist zu groß. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_models.py"/>
        <source>The model %1 is missing. Install Rimlight again.</source>
        <translation>Das Modell %1 fehlt. Installieren Sie Rimlight neu.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_models.py"/>
        <source>The model %1 is not the file that its manifest names. Install Rimlight again.</source>
        <translation>Das Modell %1 ist nicht die Datei, die sein Verzeichnis nennt. Installieren Sie Rimlight neu.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_models.py"/>
        <source>The model %1 lies outside of its folder. Nothing was computed.</source>
        <translation>Das Modell %1 liegt außerhalb seines Ordners. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_pictures.py"/>
        <source>%1 slice</source>
        <translation>Schicht %L1</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_pictures.py"/>
        <source>A picture of the PET-CT could not be written. Nothing was signed.</source>
        <translation>Ein Bild der PET-CT ließ sich nicht schreiben. Es wurde nichts signiert.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_scan.py"/>
        <source>Faces by the recorded orientation, %1 breast.</source>
        <translation>Flächen nach der erfassten Orientierung (Brust %L1).</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_scan.py"/>
        <source>Specimen orientation not recorded: faces are named as if it lay in the scanner as in the patient, %1 breast. Check them against the marks.</source>
        <translation>Orientierung des Resektats nicht erfasst: Die Flächen sind benannt, als läge es im Scanner wie in der Patientin (Brust %L1). Prüfen Sie sie an den Marken.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_selftest.py"/>
        <source>The network %1 does not answer probabilities from 0 to 1. Nothing was taken.</source>
        <translation>Das Netz %1 liefert keine Wahrscheinlichkeiten von 0 bis 1. Es wurde nichts übernommen.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_selftest.py"/>
        <source>What stands as %1 cannot be run within %2 MB. Nothing was taken.</source>
        <translation>%L1 lässt sich nicht innerhalb von %L2 MB ausführen. Es wurde nichts übernommen.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_selftest.py"/>
        <source>number %1%2 of the %3 networks</source>
        <translation>Nummer %1%2 der %L3 Netze</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_sources.py"/>
        <source>Dropped</source>
        <translation>Hierher gezogen</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_sources.py"/>
        <source>From %1</source>
        <translation>Aus %1</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_sources.py"/>
        <source>Incoming folder</source>
        <translation>Eingangsordner</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_sources.py"/>
        <source>Loose files</source>
        <translation>Einzelne Dateien</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_sources.py"/>
        <source>Sent by a scanner, for this patient</source>
        <translation>Von einem Scanner gesendet, für diese Patientin</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_sources.py"/>
        <source>Sent by a scanner, not assigned yet</source>
        <translation>Von einem Scanner gesendet, noch nicht zugeordnet</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_sources.py"/>
        <source>Signed, waits to be kept with the case</source>
        <translation>Signiert, wird noch beim Fall abgelegt</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/petct_sources.py"/>
        <source>USB stick %1</source>
        <translation>USB-Stick %1</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/pump.py"/>
        <source>Its %1 is not as it was set.</source>
        <translation>%L1 ist nicht wie eingestellt.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/pump.py"/>
        <source>Its driver failed. It is tried again by itself.</source>
        <translation>Ihr Treiber ist ausgefallen. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/pump.py"/>
        <source>Its picture is mirrored otherwise than it was set.</source>
        <translation>Ihr Bild ist anders gespiegelt als eingestellt.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/recorder.py"/>
        <source>The recording stopped. %1</source>
        <translation>Die Aufnahme stoppte. %L1</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/recorder.py"/>
        <source>The recording stopped: the disk failed.</source>
        <translation>Die Aufnahme stoppte: Die Festplatte ist ausgefallen.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/recordings.py"/>
        <source>A recording runs already. Stop it first.</source>
        <translation>Eine Aufnahme läuft schon. Stoppen Sie sie zuerst.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/recordings.py"/>
        <source>Fewer than %1 GB are free on the disk. Free some space, then record.</source>
        <translation>Auf der Festplatte sind weniger als %L1 GB frei. Schaffen Sie Platz, dann aufnehmen.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/recordings.py"/>
        <source>The recording %1.</source>
        <translation>Die Aufnahme %1.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/recordings.py"/>
        <source>There is no picture to record. Connect the camera first.</source>
        <translation>Es gibt kein Bild zum Aufnehmen. Verbinden Sie zuerst die Kamera.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/scan.py"/>
        <source>Analyser</source>
        <translation>Analysator</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/scan.py"/>
        <source>It is not connected. Connect it in the settings; the scan then goes on where it was.</source>
        <translation>Er ist nicht verbunden. Verbinden Sie ihn in den Einstellungen; der Scan geht dann dort weiter, wo er war.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/scan.py"/>
        <source>It sent a reading that cannot be. Check its cable, then resume.</source>
        <translation>Er sendete einen unmöglichen Messwert. Prüfen Sie sein Kabel, dann fortsetzen.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/scan.py"/>
        <source>Projector</source>
        <translation>Projektor</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/scanning.py"/>
        <source>A map needs at least %1 patterns. Let the scan go on.</source>
        <translation>Eine Karte braucht mindestens %L1 Muster. Lassen Sie den Scan weiterlaufen.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/scanning.py"/>
        <source>Interrupted at %1 of %2 patterns. Resume, or use the map as it is.</source>
        <translation>Unterbrochen bei %L1 von %L2 Mustern. Fortsetzen oder die Karte so verwenden.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/scanning.py"/>
        <source>No part of this map is in doubt: a second look would change nothing.</source>
        <translation>Kein Teil dieser Karte ist zweifelhaft: Ein zweiter Blick würde nichts ändern.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/scanning.py"/>
        <source>Take a reference scan first: the plate empty, nothing on it.</source>
        <translation>Nehmen Sie zuerst eine Referenz auf: Platte leer, nichts darauf.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/scanning.py"/>
        <source>The interrupted scan cannot be read any more. Scan this face again.</source>
        <translation>Der unterbrochene Scan lässt sich nicht mehr lesen. Scannen Sie diese Fläche neu.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/scanning.py"/>
        <source>The map could not be computed. The scan is kept; try again.</source>
        <translation>Die Karte ließ sich nicht berechnen. Der Scan ist gesichert; versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/scanning.py"/>
        <source>There is a scan already. Use its map or discard it first.</source>
        <translation>Es gibt schon einen Scan. Verwenden Sie seine Karte, oder verwerfen Sie ihn zuerst.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/send_queue.py"/>
        <source>It had arrived before the line broke.</source>
        <translation>Sie war angekommen, bevor die Verbindung abbrach.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/send_queue.py"/>
        <source>The file is no longer what was kept. Restore it from a backup, then send it again.</source>
        <translation>Die Datei ist nicht mehr die gesicherte. Stellen Sie sie aus einer Sicherung her, dann erneut senden.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/watch.py"/>
        <source>%1: its driver failed. It is tried again by itself.</source>
        <translation>%L1: Der Treiber ist ausgefallen. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/watch.py"/>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/watch.py"/>
        <source>It still does not answer. Unplug it and plug it in again.</source>
        <translation>Antwortet noch nicht. Trennen Sie das Gerät und schließen Sie es wieder an.</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/watch.py"/>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/watch.py"/>
        <source>not configured</source>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <location filename="../../console/acquisition/watch.py"/>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <location filename="../../console/app.py"/>
        <source>Cohort</source>
        <translation>Kohorte</translation>
    </message>
    <message>
        <location filename="../../console/app.py"/>
        <source>Margins</source>
        <translation>Ränder</translation>
    </message>
    <message>
        <location filename="../../console/app.py"/>
        <source>Results</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <location filename="../../console/app.py"/>
        <source>Rimlight ended unexpectedly and is back where it was. Everything that was shown as saved is here.</source>
        <translation>Rimlight wurde unerwartet beendet und ist wieder an derselben Stelle. Alles, was als gespeichert angezeigt war, ist da.</translation>
    </message>
    <message>
        <location filename="../../console/app.py"/>
        <source>The note of where Rimlight was left could not be read, so it starts at the worklist. Cases are not affected.</source>
        <translation>Wo Rimlight zuletzt war, ließ sich nicht lesen; es beginnt daher bei der Arbeitsliste. Fälle sind nicht betroffen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>%1 may not %2.</source>
        <translation>%L1 darf nicht: %L2.</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>Emergency access</source>
        <translation>Notfallzugang</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>The role %1</source>
        <translation>Die Rolle %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>add outcomes</source>
        <translation>Ergebnisse hinzufügen</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>back up, restore and verify</source>
        <translation>sichern, wiederherstellen und prüfen</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>change a case</source>
        <translation>einen Fall ändern</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>correct a signed record</source>
        <translation>einen signierten Eintrag korrigieren</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>create a case</source>
        <translation>einen Fall anlegen</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>export a case</source>
        <translation>einen Fall exportieren</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>log measurements and events</source>
        <translation>Messungen und Ereignisse erfassen</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>manage users</source>
        <translation>Benutzer verwalten</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>read cases</source>
        <translation>Fälle lesen</translation>
    </message>
    <message>
        <location filename="../../console/cases/access.py"/>
        <source>use the cohorts</source>
        <translation>die Kohorten verwenden</translation>
    </message>
    <message>
        <location filename="../../console/cases/arrivals_log.py"/>
        <source>%1 and %2</source>
        <translation>%L1 und %L2</translation>
    </message>
    <message>
        <location filename="../../console/cases/arrivals_log.py"/>
        <source>%1 objects (%2) from %3</source>
        <translation>%L1 Objekte (%2) von %3</translation>
    </message>
    <message>
        <location filename="../../console/cases/arrivals_log.py"/>
        <source>%1 objects (%2) from %3; %4 agree</source>
        <translation>%L1 Objekte (%2) von %3; es stimmen überein: %L4</translation>
    </message>
    <message>
        <location filename="../../console/cases/arrivals_log.py"/>
        <source>%1%2 agree with this case.</source>
        <translation>%L1%L2 stimmen mit diesem Fall überein.</translation>
    </message>
    <message>
        <location filename="../../console/cases/arrivals_log.py"/>
        <source>Arrived from</source>
        <translation>Eingegangen von</translation>
    </message>
    <message>
        <location filename="../../console/cases/arrivals_log.py"/>
        <source>These pictures are of another patient: the %1 %2 from this case. They cannot be assigned to it.</source>
        <translation>Diese Bilder gehören zu einer anderen Patientin: %L1 weicht von diesem Fall ab. Sie können ihm nicht zugeordnet werden.</translation>
    </message>
    <message>
        <location filename="../../console/cases/arrivals_log.py"/>
        <source>These pictures are still arriving. Look again in a few seconds.</source>
        <translation>Diese Bilder werden noch empfangen. Sehen Sie in einigen Sekunden wieder nach.</translation>
    </message>
    <message>
        <location filename="../../console/cases/arrivals_log.py"/>
        <source>These pictures belong to a case already.</source>
        <translation>Diese Bilder gehören bereits zu einem Fall.</translation>
    </message>
    <message>
        <location filename="../../console/cases/arrivals_log.py"/>
        <source>Two identifiers must agree, and %1. Enter the patient at the scanner, then send again.</source>
        <translation>Zwei Kennungen müssen übereinstimmen; hier gilt: %L1. Erfassen Sie die Patientin am Scanner und senden Sie erneut.</translation>
    </message>
    <message>
        <location filename="../../console/cases/arrivals_log.py"/>
        <source>birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <location filename="../../console/cases/arrivals_log.py"/>
        <source>only the %1 can be compared</source>
        <translation>nur %L1 lässt sich vergleichen</translation>
    </message>
    <message>
        <location filename="../../console/cases/arrivals_log.py"/>
        <source>they say nothing of whose they are</source>
        <translation>sie enthalten keine Angabe, von wem sie stammen</translation>
    </message>
    <message>
        <location filename="../../console/cases/assets.py"/>
        <source>The file %1… of this case is damaged. Restore it from a backup.</source>
        <translation>Die Datei %1… dieses Falls ist beschädigt. Stellen Sie sie aus einer Sicherung her.</translation>
    </message>
    <message>
        <location filename="../../console/cases/assets.py"/>
        <source>The file %1… of this case is missing. Restore it from a backup.</source>
        <translation>Die Datei %1… dieses Falls fehlt. Stellen Sie sie aus einer Sicherung her.</translation>
    </message>
    <message>
        <location filename="../../console/cases/assets.py"/>
        <source>The file changed while it was being kept. Try again once it is complete.</source>
        <translation>Die Datei änderte sich beim Sichern. Versuchen Sie es erneut, wenn sie vollständig ist.</translation>
    </message>
    <message>
        <location filename="../../console/cases/backup.py"/>
        <source>Another backup is being made into the same folder. Wait for it to end.</source>
        <translation>In denselben Ordner wird schon gesichert. Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <location filename="../../console/cases/backup.py"/>
        <source>The backup %1 is damaged. Use another one: rimlight restore --latest looks for the newest sound one.</source>
        <translation>Die Sicherung %1 ist beschädigt. Verwenden Sie eine andere.</translation>
    </message>
    <message>
        <location filename="../../console/cases/backup.py"/>
        <source>The backup could not be written (%1). The store itself is safe.</source>
        <translation>Die Sicherung ließ sich nicht schreiben (%1). Der Speicher selbst ist sicher.</translation>
    </message>
    <message>
        <location filename="../../console/cases/backup.py"/>
        <source>There is no store here to back up.</source>
        <translation>Hier gibt es keinen Speicher zu sichern.</translation>
    </message>
    <message>
        <location filename="../../console/cases/backup.py"/>
        <source>asked for</source>
        <translation>auf Anforderung</translation>
    </message>
    <message>
        <location filename="../../console/cases/backup.py"/>
        <source>before a migration</source>
        <translation>vor einer Migration</translation>
    </message>
    <message>
        <location filename="../../console/cases/backup.py"/>
        <source>before a restore</source>
        <translation>vor einer Wiederherstellung</translation>
    </message>
    <message>
        <location filename="../../console/cases/cases.py"/>
        <source>A specimen keeps its number.</source>
        <translation>Ein Resektat behält seine Nummer.</translation>
    </message>
    <message>
        <location filename="../../console/cases/cases.py"/>
        <source>Breast-conserving surgery</source>
        <translation>Brusterhaltende Operation</translation>
    </message>
    <message>
        <location filename="../../console/cases/cases.py"/>
        <source>That is neither the MRN nor the birth date of this patient. The case stays closed; check the wristband.</source>
        <translation>Das ist weder die Patientennummer noch das Geburtsdatum dieser Patientin. Der Fall bleibt geschlossen; prüfen Sie das Armband.</translation>
    </message>
    <message>
        <location filename="../../console/cases/cases.py"/>
        <source>That specimen does not belong to this case.</source>
        <translation>Dieses Resektat gehört nicht zu diesem Fall.</translation>
    </message>
    <message>
        <location filename="../../console/cases/cases.py"/>
        <source>The digest</source>
        <translation>Die Prüfsumme</translation>
    </message>
    <message>
        <location filename="../../console/cases/cases.py"/>
        <source>There is a case of this patient, side and day already. Open that one.</source>
        <translation>Für diese Patientin, Seite und diesen Tag gibt es schon einen Fall. Öffnen Sie ihn.</translation>
    </message>
    <message>
        <location filename="../../console/cases/cases.py"/>
        <source>There is no such case in this store.</source>
        <translation>Einen solchen Fall gibt es in diesem Speicher nicht.</translation>
    </message>
    <message>
        <location filename="../../console/cases/cases.py"/>
        <source>What was cleared</source>
        <translation>Was geleert wurde</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>%1 has no time zone.</source>
        <translation>%L1 hat keine Zeitzone.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>%1 holds a character that cannot be kept.</source>
        <translation>%L1 enthält ein Zeichen, das sich nicht speichern lässt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>%1 is too long: at most %2 characters.</source>
        <translation>%L1 ist zu lang: höchstens %L2 Zeichen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>%1 must be a name in one line.</source>
        <translation>%L1 muss ein Name in einer Zeile sein.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>%1 must lie between %2 and %3.</source>
        <translation>%L1 muss zwischen %L2 und %L3 liegen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>A shave needs the face it was taken from; a main specimen has none.</source>
        <translation>Eine Nachresektion braucht die Fläche, von der sie stammt; ein Hauptpräparat hat keine.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>A value is not a finite number.</source>
        <translation>Ein Wert ist keine endliche Zahl.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>A value needs a name.</source>
        <translation>Ein Wert braucht einen Namen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>A value's text</source>
        <translation>Der Text eines Werts</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>Ki-67 must lie between 0 and 100 %.</source>
        <translation>Ki-67 muss zwischen 0 und 100 % liegen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The MRN must be 1 to 32 letters, digits or - . / with at least one digit.</source>
        <translation>Die Patientennummer muss 1 bis 32 Buchstaben, Ziffern oder - . / haben, darunter mindestens eine Ziffer.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The allergies</source>
        <translation>Die Allergien</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The birth date lies in the future.</source>
        <translation>Das Geburtsdatum liegt in der Zukunft.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The birth date lies more than %1 years back.</source>
        <translation>Das Geburtsdatum liegt mehr als %L1 Jahre zurück.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The family name</source>
        <translation>Der Familienname</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The family name must be a name in letters.</source>
        <translation>Der Familienname muss aus Buchstaben bestehen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The given name</source>
        <translation>Der Vorname</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The height in cm</source>
        <translation>Die Größe in cm</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The marking of the new margin</source>
        <translation>Die Markierung des neuen Schnittrands</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The orientation</source>
        <translation>Die Orientierung</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The planned time</source>
        <translation>Die geplante Zeit</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The procedure</source>
        <translation>Der Eingriff</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The procedure is empty.</source>
        <translation>Der Eingriff ist leer.</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The reason</source>
        <translation>Der Grund</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The rule set</source>
        <translation>Das Regelwerk</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The surgeon's name</source>
        <translation>Der Name des Operateurs</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The weight in g</source>
        <translation>Das Gewicht in g</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>The weight in kg</source>
        <translation>Das Gewicht in kg</translation>
    </message>
    <message>
        <location filename="../../console/cases/checks.py"/>
        <source>This needs a reason; one word is enough.</source>
        <translation>Dafür braucht es einen Grund; ein Wort genügt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>%1 min</source>
        <translation>%L1 min</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>%1 was logged at %2 already. Tap it in the list to change its time.</source>
        <translation>%L1 wurde schon um %L2 erfasst. Tippen Sie in der Liste darauf, um die Zeit zu ändern.</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>Approach</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>Clock was wrong</source>
        <translation>Uhr ging falsch</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>Cold ischaemia</source>
        <translation>Kalte Ischämie</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>Frozen section</source>
        <translation>Schnellschnitt</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>Logged late</source>
        <translation>Zu spät erfasst</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>Logged too early</source>
        <translation>Zu früh erfasst</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>That time lies in the future.</source>
        <translation>Diese Zeit liegt in der Zukunft.</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>Waiting for frozen section</source>
        <translation>Warten auf den Schnellschnitt</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>Wrong moment tapped</source>
        <translation>Falschen Zeitpunkt getippt</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>check the times</source>
        <translation>Zeiten prüfen</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>operation abandoned</source>
        <translation>Operation abgebrochen</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>specimen in formalin</source>
        <translation>Resektat in Formalin</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>specimen out to formalin</source>
        <translation>Resektat entnommen bis Formalin</translation>
    </message>
    <message>
        <location filename="../../console/cases/course.py"/>
        <source>study mean 13 min, 4 to 28</source>
        <translation>Studienmittel 13 min, 4 bis 28</translation>
    </message>
    <message>
        <location filename="../../console/cases/database.py"/>
        <source>SQLite %1, SQLCipher %2</source>
        <translation>SQLite %1, SQLCipher %2</translation>
    </message>
    <message>
        <location filename="../../console/cases/database.py"/>
        <source>SQLite %1, SQLCipher absent</source>
        <translation>SQLite %1, ohne SQLCipher</translation>
    </message>
    <message>
        <location filename="../../console/cases/database.py"/>
        <source>The disk is full. What was shown as saved is safe; free some space, then try again.</source>
        <translation>Die Festplatte ist voll. Was als gespeichert angezeigt wurde, ist sicher. Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../console/cases/database.py"/>
        <source>The store cannot be read as it was written. Run: rimlight verify, then rimlight restore.</source>
        <translation>Der Speicher ist nicht mehr so lesbar, wie er geschrieben wurde. Führen Sie «rimlight verify» und danach «rimlight restore» aus.</translation>
    </message>
    <message>
        <location filename="../../console/cases/database.py"/>
        <source>The store is busy with another Rimlight. Wait a moment, then try again.</source>
        <translation>Der Speicher wird gerade von einem anderen Rimlight benutzt. Warten Sie einen Moment und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../console/cases/database.py"/>
        <source>The store refused the work (%1). Nothing of it was saved.</source>
        <translation>Der Speicher hat den Vorgang abgelehnt (%1). Davon wurde nichts gespeichert.</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source> or it gives no N</source>
        <translation> oder sie nennt kein N</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source> or it gives no grade</source>
        <translation> oder sie nennt kein Grading</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source> or it gives no size</source>
        <translation> oder sie nennt keine Größe</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source> or it says no degree</source>
        <translation> oder sie nennt keinen Grad</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source> or it says no kind</source>
        <translation> oder sie nennt keine Art</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source> with its depth</source>
        <translation> mit ihrer Tiefe</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source> with the mass's depth</source>
        <translation> mit der Tiefe des Herds</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>%1 or it gives no N</source>
        <translation>%L1 oder sie nennt kein N</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>%1 or it gives no grade</source>
        <translation>%L1 oder sie nennt kein Grading</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>%1 or it gives no size</source>
        <translation>%L1 oder sie nennt keine Größe</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>%1 or it says no degree</source>
        <translation>%L1 oder es nennt keinen Grad</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>%1 or it says no kind</source>
        <translation>%L1 oder es nennt keine Art</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>%1 with its depth</source>
        <translation>%L1 mit ihrer Tiefe</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>%1 with the mass's depth</source>
        <translation>%L1 mit der Herdtiefe</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>%1, or pTX</source>
        <translation>%L1 oder pTX</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>, or pTX</source>
        <translation>, oder pTX</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>ICG where an injection was logged</source>
        <translation>ICG, wo eine Injektion erfasst ist</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>by mouth</source>
        <translation>per os</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>closure is not logged</source>
        <translation>Verschluss ist nicht erfasst</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>final pathology</source>
        <translation>endgültige Pathologie</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>final pathology, DCIS or invasive on ink at any face as it was left after shaves</source>
        <translation>endgültige Pathologie, DCIS oder invasiv an der Tusche einer Fläche, wie nach Nachresektionen verblieben</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>final pathology, else the biopsy</source>
        <translation>endgültige Pathologie, sonst die Biopsie</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>final pathology, sub-stages with their stage</source>
        <translation>endgültige Pathologie, Unterstadien mit ihrem Stadium</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>follow-up visits, the gravest</source>
        <translation>Nachsorgetermine, das Schwerste</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>frozen section of the first excision: any face positive by the definition that it names</source>
        <translation>Schnellschnitt der Erstexzision: eine Fläche positiv nach der dort genannten Definition</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>mass, depth</source>
        <translation>Herd, Tiefe</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>mass, major axis</source>
        <translation>Herd, Hauptachse</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>mass, minor axis</source>
        <translation>Herd, Nebenachse</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>needs drainage</source>
        <translation>drainagebedürftig</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>no death is recorded</source>
        <translation>kein Tod ist erfasst</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>no final pathology is signed</source>
        <translation>keine endgültige Pathologie ist signiert</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>no final pathology, or a shave that pathology has not read</source>
        <translation>keine endgültige Pathologie, oder eine Nachresektion ohne Befund</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>no follow-up is recorded</source>
        <translation>keine Nachsorge ist erfasst</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>no frozen section is signed</source>
        <translation>kein Schnellschnitt ist signiert</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>no gross measurement is signed</source>
        <translation>keine Makromessung ist signiert</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>no re-operation with its pathology</source>
        <translation>keine Reoperation mit Pathologie</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>no recurrence</source>
        <translation>kein Rezidiv</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>not told by the case</source>
        <translation>geht aus dem Fall nicht hervor</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>operation to death</source>
        <translation>Operation bis zum Tod</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>operation to the first recurrence</source>
        <translation>Operation bis zum ersten Rezidiv</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>operation to the last outcome</source>
        <translation>Operation bis zum letzten Ergebnis</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>outcome of the re-operation</source>
        <translation>Ergebnis der Reoperation</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>outcome; no where the patient was seen later without one</source>
        <translation>Ergebnis; nein, wo die Patientin später ohne gesehen wurde</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>resected, depth</source>
        <translation>Resektat, Tiefe</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>resected, major axis</source>
        <translation>Resektat, Hauptachse</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>resected, minor axis</source>
        <translation>Resektat, Nebenachse</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>signed gross measurement</source>
        <translation>signierte Makromessung</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>signed gross measurement, product of the three axes</source>
        <translation>signierte Makromessung, Produkt der drei Achsen</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>skin colour</source>
        <translation>Hautfarbe</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>the biopsy's ER is not known</source>
        <translation>ER der Biopsie ist nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>the biopsy's HER2 is not known</source>
        <translation>HER2 der Biopsie ist nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>the biopsy's Ki67 is not known</source>
        <translation>Ki67 der Biopsie ist nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>the biopsy's PR is not known</source>
        <translation>PR der Biopsie ist nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>the case</source>
        <translation>der Fall</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>the technique is not told by the timeline</source>
        <translation>die Technik geht aus dem Zeitstrahl nicht hervor</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>the worst lesion at the positive faces as they were left</source>
        <translation>die schwerste Läsion an den verbliebenen positiven Flächen</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>the worst lesion of the positive faces of the frozen section</source>
        <translation>die schwerste Läsion der positiven Flächen des Schnellschnitts</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>weight or height is not recorded</source>
        <translation>Gewicht oder Größe ist nicht erfasst</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>weight ÷ height²</source>
        <translation>Gewicht ÷ Größe²</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>what it asked for: watched 1, medicine 2, drained 3a, severe allergy 4</source>
        <translation>was nötig war: beobachtet 1, Medikament 2, drainiert 3a, schwere Allergie 4</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>whole years from birth to the day of the incision, else of the plan</source>
        <translation>ganze Jahre von der Geburt bis zum Tag des Hautschnitts, sonst des Plans</translation>
    </message>
    <message>
        <location filename="../../console/cases/derivation.py"/>
        <source>yes with a shave; no where closure was logged without one</source>
        <translation>ja bei Nachresektion; nein, wo der Verschluss ohne eine erfasst wurde</translation>
    </message>
    <message>
        <location filename="../../console/cases/desk.py"/>
        <source>Emergency access ended after 15 minutes. Sign in, or ask for it again.</source>
        <translation>Der Notfallzugang endete nach 15 Minuten. Melden Sie sich an, oder fordern Sie ihn erneut an.</translation>
    </message>
    <message>
        <location filename="../../console/cases/desk.py"/>
        <source>Nobody is signed in with this session any more. Sign in again.</source>
        <translation>Mit dieser Sitzung ist niemand mehr angemeldet. Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <location filename="../../console/cases/desk.py"/>
        <source>Nobody of that id is known here.</source>
        <translation>Niemand mit dieser Kennung ist hier bekannt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/desk.py"/>
        <source>This person is no longer active here. Sign in as somebody else.</source>
        <translation>Diese Person ist hier nicht mehr aktiv. Melden Sie sich als jemand anderes an.</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>%1 Nothing was signed.</source>
        <translation>%L1 Es wurde nichts signiert.</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>%1 face</source>
        <translation>Fläche %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>%1 mm from the left, %2 mm from the top</source>
        <translation>%L1 mm von links, %L2 mm von oben</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>%1 of %2 × %3</source>
        <translation>%L1 von %L2 × %L3</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>%1 wall, %2 o’clock</source>
        <translation>Wand %L1, %L2 Uhr</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>%1 × %2 mm</source>
        <translation>%L1 × %L2 mm</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>Face checked again</source>
        <translation>Fläche erneut geprüft</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>Fluorescence calibration: dark and flat</source>
        <translation>Fluoreszenzkalibrierung: dunkel und hell</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>Fluorescence frames, %1</source>
        <translation>Fluoreszenzbilder, %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>Fluorescence frames, room light</source>
        <translation>Fluoreszenzbilder, Raumlicht</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>ICG cavity check</source>
        <translation>ICG-Höhlenkontrolle</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>ICG specimen check</source>
        <translation>ICG-Resektatkontrolle</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>It may alarm, not clear: light from deeper than a few mm does not come through.</source>
        <translation>Kann warnen, nicht freigeben: Licht aus mehr als einigen mm Tiefe dringt nicht durch.</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>Lee et al., Sci Rep 2021;11:9997; AAPM TG-311</source>
        <translation>Lee et al., Sci Rep 2021;11:9997; AAPM TG-311</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>No lesion is seen in these frames, so none was logged. Show it to the camera, then try again.</source>
        <translation>Auf diesen Bildern ist kein Herd zu sehen, daher wurde keiner erfasst. Zeigen Sie ihn der Kamera, dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>The frames of this check cannot be read.</source>
        <translation>Die Bilder dieser Kontrolle lassen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>alarms only</source>
        <translation>nur Warnung</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>bit depth</source>
        <translation>Bittiefe</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>contrast %1, CNR %2, seen in %3 of %4</source>
        <translation>Kontrast %L1, CNR %L2, gesehen in %L3 von %L4</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>detection limit, 5 mm wide</source>
        <translation>Nachweisgrenze, 5 mm breit</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>edge px</source>
        <translation>Kante px</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>faint, look</source>
        <translation>schwach, nachsehen</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>false alarms per frame</source>
        <translation>Fehlalarme je Bild</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>gain e/DN</source>
        <translation>Verstärkung e/DN</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>largest motion</source>
        <translation>größte Bewegung</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>light left of the reference</source>
        <translation>verbliebenes Licht der Referenz</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>major axis of region</source>
        <translation>Hauptachse der Region</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>measured on simulated tissue</source>
        <translation>an simuliertem Gewebe gemessen</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>minor axis of region</source>
        <translation>Nebenachse der Region</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>mm per pixel</source>
        <translation>mm je Pixel</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>none above limit</source>
        <translation>keines über der Grenze</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>outline px</source>
        <translation>Kontur px</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>read noise e</source>
        <translation>Ausleserauschen e</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>signal to background</source>
        <translation>Signal zu Untergrund</translation>
    </message>
    <message>
        <location filename="../../console/cases/fluorescence_log.py"/>
        <source>× background</source>
        <translation>× Untergrund</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>A visit cannot lie before the operation.</source>
        <translation>Ein Termin kann nicht vor der Operation liegen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>A visit cannot lie in the future.</source>
        <translation>Ein Termin kann nicht in der Zukunft liegen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>A visit more than ten years after the operation belongs to another record.</source>
        <translation>Ein Termin mehr als zehn Jahre nach der Operation gehört in eine andere Akte.</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>Allergy</source>
        <translation>Allergie</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>Haematoma, seroma</source>
        <translation>Hämatom, Serom</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>Infection</source>
        <translation>Infektion</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>Necrosis</source>
        <translation>Nekrose</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>Nothing was answered yet.</source>
        <translation>Noch wurde nichts beantwortet.</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>One of the answers is not among those that can be chosen.</source>
        <translation>Eine der Antworten gehört nicht zur Auswahl.</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>One of the questions is not among those that are asked here.</source>
        <translation>Eine der Fragen gehört nicht zu den hier gestellten.</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>Skin colour</source>
        <translation>Hautfarbe</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>The note</source>
        <translation>Die Notiz</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>There is a visit on that day already. Correct that one.</source>
        <translation>An diesem Tag gibt es schon einen Termin. Korrigieren Sie diesen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/followup_log.py"/>
        <source>green stain</source>
        <translation>Grünfärbung</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>%1 is one of: %2.</source>
        <translation>%L1 ist eines von: %L2.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>%1 lies between %2 and %3, whole.</source>
        <translation>%L1 liegt zwischen %L2 und %L3, ganzzahlig.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>%1 lies between %2 and %3.</source>
        <translation>%L1 liegt zwischen %L2 und %L3.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>%1 mg are %2 mg/kg; the total stays under %3 mg/kg.</source>
        <translation>%L1 mg sind %L2 mg/kg; die Gesamtmenge bleibt unter %L3 mg/kg.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>%1 ml × %2</source>
        <translation>%L1 ml × %L2</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>%1 needs a number.</source>
        <translation>%L1 braucht eine Zahl.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>%1 sites; the study injected %2 to %3.</source>
        <translation>%L1 Stellen; die Studie injizierte %L2 bis %L3.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>A lot number has 1 to 40 letters and digits.</source>
        <translation>Eine Chargennummer hat 1 bis 40 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>ICG contains iodide, and an allergy is known: it is not given.</source>
        <translation>ICG enthält Jod, und eine Allergie ist bekannt: Es wird nicht gegeben.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>Still missing: %1.</source>
        <translation>Es fehlt noch: %L1.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>The case names an allergy that may be to iodide.</source>
        <translation>Der Fall nennt eine Allergie, die Jod betreffen kann.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>The expiry is typed as month and year, such as 082027.</source>
        <translation>Der Verfall wird als Monat und Jahr eingegeben, etwa 082027.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>The injection was signed already.</source>
        <translation>Die Injektion wurde schon signiert.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>The time is typed as hours and minutes, such as 0850.</source>
        <translation>Die Zeit wird als Stunden und Minuten eingegeben, etwa 0850.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>The vial expired at the end of %1. Take another.</source>
        <translation>Das Fläschchen ist Ende %L1 verfallen. Nehmen Sie ein anderes.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>The vial was reconstituted %1 h ago; it keeps for 6 h. Take another.</source>
        <translation>Das Fläschchen wurde vor %L1 h rekonstituiert; es hält 6 h. Nehmen Sie ein anderes.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>The weight is not known, so mg/kg is not checked.</source>
        <translation>Das Gewicht ist nicht bekannt, daher ist mg/kg nicht geprüft.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>Within 6 h of reconstitution, under 2 mg/kg in total, not with an allergy to iodide; 4 to 8 sites as in Lee et al., Sci Rep 2021;11:9997.</source>
        <translation>Innerhalb von 6 h nach Rekonstitution, unter 2 mg/kg insgesamt, nicht bei Jodallergie; 4 bis 8 Stellen wie bei Lee et al., Sci Rep 2021;11:9997.</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>allergy known</source>
        <translation>Allergie bekannt</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>asked, none known</source>
        <translation>gefragt, keine bekannt</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>dose by weight</source>
        <translation>Dosis nach Gewicht</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>iodide allergy</source>
        <translation>Jodallergie</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>logged injection</source>
        <translation>Injektion erfasst</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>ml per site</source>
        <translation>ml je Stelle</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>powder mg</source>
        <translation>Pulver mg</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>volume per site</source>
        <translation>Volumen je Stelle</translation>
    </message>
    <message>
        <location filename="../../console/cases/icg_log.py"/>
        <source>water ml</source>
        <translation>Wasser ml</translation>
    </message>
    <message>
        <location filename="../../console/cases/inbox.py"/>
        <source>A picture that a scanner sent is missing or damaged. Have the scanner send it again.</source>
        <translation>Ein vom Scanner gesendetes Bild fehlt oder ist beschädigt. Lassen Sie es erneut senden.</translation>
    </message>
    <message>
        <location filename="../../console/cases/inspection.py"/>
        <source>Pages of the database file were damaged or half written. What is grave of it is named apart.</source>
        <translation>Seiten der Datenbankdatei waren beschädigt oder nur halb geschrieben. Schwerwiegendes ist einzeln aufgeführt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/inspection.py"/>
        <source>There is no store here.</source>
        <translation>Hier ist kein Speicher.</translation>
    </message>
    <message>
        <location filename="../../console/cases/keys.py"/>
        <source>Others can read the key file %1. Make it yours alone (chmod 600), then start again.</source>
        <translation>Andere können die Schlüsseldatei %1 lesen. Beschränken Sie den Zugriff auf sich (chmod 600) und starten Sie erneut.</translation>
    </message>
    <message>
        <location filename="../../console/cases/keys.py"/>
        <source>The key that is kept here belongs to another store. Put back this store's own key.</source>
        <translation>Der hier aufbewahrte Schlüssel gehört zu einem anderen Speicher. Legen Sie den Schlüssel dieses Speichers zurück.</translation>
    </message>
    <message>
        <location filename="../../console/cases/keys.py"/>
        <source>The key was changed %1 times already; no further generation fits.</source>
        <translation>Der Schlüssel wurde bereits %L1-mal geändert; eine weitere Generation ist nicht möglich.</translation>
    </message>
    <message>
        <location filename="../../console/cases/keys.py"/>
        <source>The note key.place, which says where the store's key is kept, cannot be read.</source>
        <translation>Die Notiz key.place, in der steht, wo der Schlüssel des Speichers liegt, ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../../console/cases/keys.py"/>
        <source>The operating system's key store did not take the key. Nothing was changed.</source>
        <translation>Der Schlüsselspeicher des Betriebssystems hat den Schlüssel nicht angenommen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <location filename="../../console/cases/keys.py"/>
        <source>The operating system's key store does not answer. Sign in to it, then start again.</source>
        <translation>Der Schlüsselspeicher des Betriebssystems antwortet nicht. Melden Sie sich dort an und starten Sie erneut.</translation>
    </message>
    <message>
        <location filename="../../console/cases/keys.py"/>
        <source>The store is there, and its key file %1 is not. Put it back; without it nothing can be read.</source>
        <translation>Der Speicher ist vorhanden, seine Schlüsseldatei %1 aber nicht. Legen Sie sie zurück; ohne sie ist nichts lesbar.</translation>
    </message>
    <message>
        <location filename="../../console/cases/keys.py"/>
        <source>The store is there, and the operating system's key store no longer has its key. Put it back; without it nothing can be read.</source>
        <translation>Der Speicher ist vorhanden, aber der Schlüsselspeicher des Betriebssystems hat seinen Schlüssel nicht mehr. Legen Sie ihn zurück; ohne ihn ist nichts lesbar.</translation>
    </message>
    <message>
        <location filename="../../console/cases/keys.py"/>
        <source>What is kept as the store's key is not one. Put back the copy of the key that was set aside.</source>
        <translation>Was als Schlüssel des Speichers aufbewahrt wird, ist keiner. Legen Sie die beiseitegelegte Kopie des Schlüssels zurück.</translation>
    </message>
    <message>
        <location filename="../../console/cases/ledger.py"/>
        <source>The store does not end as its anchor says: something was cut off or put back. Run: rimlight verify, then rimlight restore.</source>
        <translation>Der Speicher endet nicht wie sein Anker sagt: Etwas wurde abgeschnitten oder zurückgesetzt. Führen Sie aus: rimlight verify, dann rimlight restore.</translation>
    </message>
    <message>
        <location filename="../../console/cases/ledger.py"/>
        <source>The store is closed.</source>
        <translation>Der Speicher ist geschlossen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>A file of this reading does not belong to this case.</source>
        <translation>Eine Datei dieses Befunds gehört nicht zu diesem Fall.</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>A reading needs its modality and at least one value.</source>
        <translation>Ein Befund braucht seine Methode und mindestens einen Wert.</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>A reading's text</source>
        <translation>Der Text eines Befunds</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>A reason belongs to a correction, and this corrects nothing.</source>
        <translation>Ein Grund gehört zu einer Korrektur, und dies korrigiert nichts.</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>An entry needs its form and its field.</source>
        <translation>Ein Eintrag braucht sein Formular und sein Feld.</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>An event needs its kind.</source>
        <translation>Ein Ereignis braucht seine Art.</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>An outcome's day cannot lie in the future.</source>
        <translation>Der Tag eines Ergebnisses kann nicht in der Zukunft liegen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>That file does not belong to this case.</source>
        <translation>Diese Datei gehört nicht zu diesem Fall.</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>That was corrected already. Look at the newer one first.</source>
        <translation>Das wurde schon korrigiert. Sehen Sie zuerst das Neuere an.</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>The description</source>
        <translation>Die Beschreibung</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>The event's detail</source>
        <translation>Die Einzelheit des Ereignisses</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>The event's kind</source>
        <translation>Die Art des Ereignisses</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>The event's time</source>
        <translation>Die Zeit des Ereignisses</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>The media type</source>
        <translation>Der Medientyp</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>What this corrects does not belong to this case.</source>
        <translation>Was dies korrigiert, gehört nicht zu diesem Fall.</translation>
    </message>
    <message>
        <location filename="../../console/cases/logbook.py"/>
        <source>What was entered</source>
        <translation>Was eingegeben wurde</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>%1 area</source>
        <translation>Fläche %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>%1 of %2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>%1 × %2 mm, centre %3 mm from the left and %4 mm from the top of the field</source>
        <translation>%L1 × %L2 mm, Mitte %L3 mm von links und %L4 mm von oben im Feld</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>Face scanned again</source>
        <translation>Fläche neu gescannt</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>Microwave depth map</source>
        <translation>Mikrowellen-Tiefenkarte</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>Microwave scan, %1 face</source>
        <translation>Mikrowellenscan, Fläche %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>No pixel of this map could be judged. Lay the specimen on the plate, and scan again.</source>
        <translation>Kein Pixel dieser Karte war beurteilbar. Legen Sie das Resektat auf die Platte und scannen Sie erneut.</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>Phantom-validated, 0–2 mm.</source>
        <translation>Am Phantom geprüft, 0–2 mm.</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>The scan file changed while it was being kept. Try again.</source>
        <translation>Die Scandatei änderte sich beim Sichern. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>margin class</source>
        <translation>Schnittrandklasse</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>pixel by pixel</source>
        <translation>Pixel für Pixel</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>positive region</source>
        <translation>positive Region</translation>
    </message>
    <message>
        <location filename="../../console/cases/microwave_log.py"/>
        <source>smallest depth</source>
        <translation>kleinste Tiefe</translation>
    </message>
    <message>
        <location filename="../../console/cases/model.py"/>
        <source>ICG injected</source>
        <translation>ICG injiziert</translation>
    </message>
    <message>
        <location filename="../../console/cases/model.py"/>
        <source>cavity checked</source>
        <translation>Höhle geprüft</translation>
    </message>
    <message>
        <location filename="../../console/cases/model.py"/>
        <source>clips placed</source>
        <translation>Clips gesetzt</translation>
    </message>
    <message>
        <location filename="../../console/cases/model.py"/>
        <source>frozen section result</source>
        <translation>Schnellschnitt-Ergebnis</translation>
    </message>
    <message>
        <location filename="../../console/cases/model.py"/>
        <source>frozen section sent</source>
        <translation>Schnellschnitt eingesandt</translation>
    </message>
    <message>
        <location filename="../../console/cases/model.py"/>
        <source>identity confirmed</source>
        <translation>Identität bestätigt</translation>
    </message>
    <message>
        <location filename="../../console/cases/model.py"/>
        <source>lesion found</source>
        <translation>Herd gefunden</translation>
    </message>
    <message>
        <location filename="../../console/cases/model.py"/>
        <source>shave taken</source>
        <translation>Nachresektion entnommen</translation>
    </message>
    <message>
        <location filename="../../console/cases/model.py"/>
        <source>specimen measured</source>
        <translation>Resektat gemessen</translation>
    </message>
    <message>
        <location filename="../../console/cases/model.py"/>
        <source>specimen out</source>
        <translation>Resektat entnommen</translation>
    </message>
    <message>
        <location filename="../../console/cases/model.py"/>
        <source>sutures or inks placed</source>
        <translation>Fäden oder Tusche gesetzt</translation>
    </message>
    <message>
        <location filename="../../console/cases/opening.py"/>
        <source>Another Rimlight has this store open. Close it there, then try again.</source>
        <translation>Ein anderes Rimlight hat diesen Speicher geöffnet. Schließen Sie ihn dort, dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/opening.py"/>
        <source>The store is of an older version, or unfinished. Open it once for writing, then for reading.</source>
        <translation>Der Speicher ist von einer älteren Version oder unfertig. Öffnen Sie ihn einmal zum Schreiben, dann zum Lesen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/opening.py"/>
        <source>The store was opened for reading only. Nothing was changed.</source>
        <translation>Der Speicher wurde nur zum Lesen geöffnet. Es wurde nichts verändert.</translation>
    </message>
    <message>
        <location filename="../../console/cases/opening.py"/>
        <source>The store's database is gone, and its journals are there. Run: rimlight restore --from-cases.</source>
        <translation>Die Datenbank des Speichers fehlt, seine Journale sind da. Führen Sie aus: rimlight restore --from-cases.</translation>
    </message>
    <message>
        <location filename="../../console/cases/opening.py"/>
        <source>There is no store here yet.</source>
        <translation>Hier gibt es noch keinen Speicher.</translation>
    </message>
    <message>
        <location filename="../../console/cases/opening.py"/>
        <source>This store was written by a newer Rimlight. It can be read here, not changed.</source>
        <translation>Dieser Speicher wurde von einem neueren Rimlight geschrieben. Er ist hier lesbar, nicht änderbar.</translation>
    </message>
    <message>
        <location filename="../../console/cases/order_log.py"/>
        <source>A case of today has this MRN with another birth date. Ask the hospital which one is right.</source>
        <translation>Ein Fall von heute hat diese Patientennummer mit einem anderen Geburtsdatum. Fragen Sie die Klinik, welches stimmt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/order_log.py"/>
        <source>The hospital's list has no name here. Enter this case by hand.</source>
        <translation>Die Liste der Klinik nennt hier keinen Namen. Legen Sie diesen Fall von Hand an.</translation>
    </message>
    <message>
        <location filename="../../console/cases/order_log.py"/>
        <source>The hospital's list lacks one of the two identifiers, MRN or birth date. Enter this case by hand.</source>
        <translation>Der Liste der Klinik fehlt eines der beiden Merkmale, Patientennummer oder Geburtsdatum. Legen Sie diesen Fall von Hand an.</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>%1: faces renamed.</source>
        <translation>%L1: Flächen umbenannt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>A second person confirms the orientation: switch user first.</source>
        <translation>Eine zweite Person bestätigt die Orientierung: Wechseln Sie zuerst den Benutzer.</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>As the marks were read by one person; a second one confirms.</source>
        <translation>Wie eine Person die Marken las; eine zweite bestätigt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Black ink</source>
        <translation>Schwarze Tusche</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Blue ink</source>
        <translation>Blaue Tusche</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Container mark</source>
        <translation>Gefäßmarke</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Double suture</source>
        <translation>Doppelter Faden</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Green ink</source>
        <translation>Grüne Tusche</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Long suture</source>
        <translation>Langer Faden</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Marks misread</source>
        <translation>Marken falsch gelesen</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Orientation changed (%1); measured by %2</source>
        <translation>Orientierung geändert (%L1); gemessen von %2</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Orientation changed: an axis along superior–inferior or medial–lateral was never measured. Measure it.</source>
        <translation>Orientierung geändert: Eine Achse entlang kranial–kaudal oder medial–lateral wurde nie gemessen. Messen Sie sie.</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Short suture</source>
        <translation>Kurzer Faden</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Sutures misplaced</source>
        <translation>Fäden falsch gesetzt</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>There is no orientation to confirm yet.</source>
        <translation>Es gibt noch keine Orientierung zu bestätigen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>This case is of the %1 breast. Enter the marks anew.</source>
        <translation>Dieser Fall: Brust %L1. Geben Sie die Marken neu ein.</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>This orientation cannot be read. Enter it anew.</source>
        <translation>Diese Orientierung ist nicht lesbar. Geben Sie sie neu ein.</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>This orientation was made for the other breast. Enter the marks anew.</source>
        <translation>Diese Orientierung wurde für die andere Brust erfasst. Geben Sie die Marken neu ein.</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Turned in the container</source>
        <translation>Im Gefäß gedreht</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>Wrong side</source>
        <translation>Falsche Seite</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>eye and hand</source>
        <translation>Auge und Hand</translation>
    </message>
    <message>
        <location filename="../../console/cases/orientation_log.py"/>
        <source>lies towards</source>
        <translation>zeigt nach</translation>
    </message>
    <message>
        <location filename="../../console/cases/outbox.py"/>
        <source>An object without an identifier cannot be sent.</source>
        <translation>Ein Objekt ohne Kennung kann nicht gesendet werden.</translation>
    </message>
    <message>
        <location filename="../../console/cases/outbox.py"/>
        <source>An object's identifier</source>
        <translation>Die Kennung eines Objekts</translation>
    </message>
    <message>
        <location filename="../../console/cases/outbox.py"/>
        <source>Another object was queued under this identifier. Make the export anew.</source>
        <translation>Unter dieser Kennung steht bereits ein anderes Objekt in der Warteschlange. Erstellen Sie den Export neu.</translation>
    </message>
    <message>
        <location filename="../../console/cases/outbox.py"/>
        <source>Only what was refused can be sent again; everything else goes by itself.</source>
        <translation>Nur Abgelehntes kann erneut gesendet werden; alles andere geht von selbst.</translation>
    </message>
    <message>
        <location filename="../../console/cases/outbox.py"/>
        <source>There is no such delivery in this store.</source>
        <translation>Diese Sendung gibt es in diesem Speicher nicht.</translation>
    </message>
    <message>
        <location filename="../../console/cases/outbox.py"/>
        <source>kept by the archive</source>
        <translation>vom Archiv behalten</translation>
    </message>
    <message>
        <location filename="../../console/cases/outbox.py"/>
        <source>sent, confirmation asked for</source>
        <translation>gesendet, Bestätigung angefordert</translation>
    </message>
    <message>
        <location filename="../../console/cases/pathway_log.py"/>
        <source>Not available today</source>
        <translation>Heute nicht verfügbar</translation>
    </message>
    <message>
        <location filename="../../console/cases/pathway_log.py"/>
        <source>Other evidence is enough</source>
        <translation>Andere Befunde genügen</translation>
    </message>
    <message>
        <location filename="../../console/cases/pathway_log.py"/>
        <source>Specimen too small</source>
        <translation>Resektat zu klein</translation>
    </message>
    <message>
        <location filename="../../console/cases/pathway_log.py"/>
        <source>Surgeon's decision</source>
        <translation>Entscheidung des Operateurs</translation>
    </message>
    <message>
        <location filename="../../console/cases/pathway_log.py"/>
        <source>The order of evidence %1 cannot be used: %2.</source>
        <translation>Die Reihenfolge der Befunde %1 ist nicht verwendbar: %L2.</translation>
    </message>
    <message>
        <location filename="../../console/cases/people.py"/>
        <source>A person needs a name.</source>
        <translation>Eine Person braucht einen Namen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/people.py"/>
        <source>Emergency access has no PIN to change.</source>
        <translation>Der Notfallzugang hat keine PIN zum Ändern.</translation>
    </message>
    <message>
        <location filename="../../console/cases/people.py"/>
        <source>Emergency access needs a reason; one word is enough.</source>
        <translation>Der Notfallzugang braucht einen Grund; ein Wort genügt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/people.py"/>
        <source>Only an administrator may add people here.</source>
        <translation>Nur die Administration darf hier Personen hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/people.py"/>
        <source>That is not the PIN. %1 tries left.</source>
        <translation>Das ist nicht die PIN. Noch %L1 Versuche.</translation>
    </message>
    <message>
        <location filename="../../console/cases/people.py"/>
        <source>That is not the PIN. %1 try left.</source>
        <translation>Das ist nicht die PIN. Noch %L1 Versuch.</translation>
    </message>
    <message>
        <location filename="../../console/cases/people.py"/>
        <source>The first person here must be an administrator.</source>
        <translation>Die erste Person hier muss die Administration sein.</translation>
    </message>
    <message>
        <location filename="../../console/cases/people.py"/>
        <source>The name</source>
        <translation>Der Name</translation>
    </message>
    <message>
        <location filename="../../console/cases/people.py"/>
        <source>There is somebody of that name already. Add an initial.</source>
        <translation>Es gibt schon jemanden dieses Namens. Fügen Sie eine Initiale hinzu.</translation>
    </message>
    <message>
        <location filename="../../console/cases/people.py"/>
        <source>This is the last administrator. Make another first.</source>
        <translation>Das ist die letzte Administration. Bestimmen Sie zuerst eine andere.</translation>
    </message>
    <message>
        <location filename="../../console/cases/people.py"/>
        <source>Too many wrong PINs. Locked until %1, or until an administrator unlocks.</source>
        <translation>Zu viele falsche PINs. Gesperrt bis %L1, oder bis die Administration entsperrt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>%1 of the maximum</source>
        <translation>%L1 des Maximums</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>%1 positive</source>
        <translation>%L1 positiv</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>%1 to %2 HU</source>
        <translation>%L1 bis %L2 HU</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>%1 to %2 mm hold 90 % of the margins of %3 members</source>
        <translation>%L1 bis %L2 mm umfassen 90 % der Schnittränder von %L3 Modellen</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>A plain threshold can alarm, it cannot clear.</source>
        <translation>Ein einfacher Schwellenwert kann warnen, nicht freigeben.</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>CT scale</source>
        <translation>CT-Skala</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>Nothing was drawn, so there is nothing to measure.</source>
        <translation>Nichts wurde gezeichnet; es gibt nichts zu messen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>Outline edited by hand by %1. </source>
        <translation>Kontur von Hand bearbeitet von %1. </translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>PET scale</source>
        <translation>PET-Skala</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>PET-CT answer with its pictures</source>
        <translation>PET-CT-Ergebnis mit seinen Bildern</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>PET-CT probabilities</source>
        <translation>PET-CT-Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>PET-CT tumour before it was edited, DICOM SEG</source>
        <translation>PET-CT-Tumor vor der Bearbeitung, DICOM SEG</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>PET-CT tumour, DICOM SEG</source>
        <translation>PET-CT-Tumor, DICOM SEG</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>PET-CT, %1</source>
        <translation>PET-CT, %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>SUV max</source>
        <translation>SUV max</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>Specimen analysed again</source>
        <translation>Resektat erneut ausgewertet</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>Specimen orientation not recorded: a face may bear another's name.</source>
        <translation>Orientierung des Resektats nicht erfasst: Eine Fläche kann den Namen einer anderen tragen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>Tumour corrected by hand</source>
        <translation>Tumor von Hand korrigiert</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>edited by</source>
        <translation>bearbeitet von</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>edited by %1</source>
        <translation>bearbeitet von %1</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>minimum margin</source>
        <translation>kleinster Schnittrand</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>models SHA-256</source>
        <translation>SHA-256 der Modelle</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>models positive</source>
        <translation>Modelle positiv</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>narrowest face</source>
        <translation>engste Fläche</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>not recorded</source>
        <translation>nicht erfasst</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>range of members</source>
        <translation>Spanne der Modelle</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>specimen volume</source>
        <translation>Resektatvolumen</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>surface closer than 1 mm</source>
        <translation>Oberfläche näher als 1 mm</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>surface closer than 2 mm</source>
        <translation>Oberfläche näher als 2 mm</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>trained on</source>
        <translation>trainiert an</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>tumour type</source>
        <translation>Tumortyp</translation>
    </message>
    <message>
        <location filename="../../console/cases/petct_log.py"/>
        <source>tumour volume</source>
        <translation>Tumorvolumen</translation>
    </message>
    <message>
        <location filename="../../console/cases/pins.py"/>
        <source>A PIN is 4 to 12 digits.</source>
        <translation>Eine PIN hat 4 bis 12 Ziffern.</translation>
    </message>
    <message>
        <location filename="../../console/cases/pins.py"/>
        <source>This PIN is the first that anybody would try. Choose one that does not count or repeat.</source>
        <translation>Diese PIN würde jeder zuerst versuchen. Wählen Sie eine, die nicht zählt oder wiederholt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/pushed_log.py"/>
        <source>%1: %2 objects</source>
        <translation>%1: %2 Objekte</translation>
    </message>
    <message>
        <location filename="../../console/cases/pushed_log.py"/>
        <source>PET-CT scan as a scanner sent it</source>
        <translation>PET-CT-Aufnahme, wie der Scanner sie geschickt hat</translation>
    </message>
    <message>
        <location filename="../../console/cases/pushed_log.py"/>
        <source>The PET-CT is signed. Its scan stays sealed in the inbox, and is kept with the case when the case is opened again.</source>
        <translation>Die PET-CT ist signiert. Die Aufnahme bleibt versiegelt im Eingang und wird beim Fall abgelegt, sobald er wieder geöffnet wird.</translation>
    </message>
    <message>
        <location filename="../../console/cases/reads_log.py"/>
        <source>After the models' answer was seen: not for comparisons.</source>
        <translation>Nachdem die Antwort der Modelle gesehen wurde: nicht für Vergleiche.</translation>
    </message>
    <message>
        <location filename="../../console/cases/reads_log.py"/>
        <source>Before the models' answer was seen.</source>
        <translation>Bevor die Antwort der Modelle gesehen wurde.</translation>
    </message>
    <message>
        <location filename="../../console/cases/reads_log.py"/>
        <source>Read again</source>
        <translation>Erneut gelesen</translation>
    </message>
    <message>
        <location filename="../../console/cases/reads_log.py"/>
        <source>You have seen the models' answer: a reading would not be blind any more.</source>
        <translation>Sie haben die Antwort der Modelle gesehen: Ein Urteil wäre nicht mehr verblindet.</translation>
    </message>
    <message>
        <location filename="../../console/cases/reads_log.py"/>
        <source>margin call</source>
        <translation>Schnittrandurteil</translation>
    </message>
    <message>
        <location filename="../../console/cases/reads_log.py"/>
        <source>nearest face</source>
        <translation>nächste Fläche</translation>
    </message>
    <message>
        <location filename="../../console/cases/reads_log.py"/>
        <source>physician's reading</source>
        <translation>ärztliches Urteil</translation>
    </message>
    <message>
        <location filename="../../console/cases/reads_log.py"/>
        <source>reads blind</source>
        <translation>liest verblindet</translation>
    </message>
    <message>
        <location filename="../../console/cases/reads_log.py"/>
        <source>saw the answer</source>
        <translation>sah die Antwort</translation>
    </message>
    <message>
        <location filename="../../console/cases/registry.py"/>
        <source>%1: a number from %2 to %3 %4.</source>
        <translation>%L1: eine Zahl von %L2 bis %L3 %L4.</translation>
    </message>
    <message>
        <location filename="../../console/cases/registry.py"/>
        <source>%1: a number from %2 to %3.</source>
        <translation>%L1: eine Zahl von %L2 bis %L3.</translation>
    </message>
    <message>
        <location filename="../../console/cases/registry.py"/>
        <source>%1: one of %2.</source>
        <translation>%L1: eines von %L2.</translation>
    </message>
    <message>
        <location filename="../../console/cases/registry.py"/>
        <source>A cohort kept here is at most %1 MB large. Nothing was imported.</source>
        <translation>Eine hier behaltene Kohorte ist höchstens %L1 MB groß. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cases/registry.py"/>
        <source>A cohort needs a name in one line.</source>
        <translation>Eine Kohorte braucht einen Namen in einer Zeile.</translation>
    </message>
    <message>
        <location filename="../../console/cases/registry.py"/>
        <source>That column is not entered by hand: the case tells it.</source>
        <translation>Diese Spalte wird nicht von Hand eingetragen: Sie ergibt sich aus dem Fall.</translation>
    </message>
    <message>
        <location filename="../../console/cases/registry.py"/>
        <source>The cohort's name</source>
        <translation>Der Name der Kohorte</translation>
    </message>
    <message>
        <location filename="../../console/cases/registry.py"/>
        <source>There is a cohort of this name already. Choose another name.</source>
        <translation>Es gibt schon eine Kohorte dieses Namens. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/registry.py"/>
        <source>There is no imported cohort of that name here.</source>
        <translation>Eine importierte Kohorte dieses Namens gibt es hier nicht.</translation>
    </message>
    <message>
        <location filename="../../console/cases/restore.py"/>
        <source>Nothing could be read from the journals. The store was left as it is.</source>
        <translation>Aus den Journalen war nichts lesbar. Der Speicher blieb, wie er ist.</translation>
    </message>
    <message>
        <location filename="../../console/cases/restore.py"/>
        <source>There are no journals here to restore from.</source>
        <translation>Hier sind keine Journale, aus denen wiederhergestellt werden könnte.</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_codec.py"/>
        <source>margin in %1 %2</source>
        <translation>Schnittrand in %L1 %L2</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_codec.py"/>
        <source>no scale</source>
        <translation>kein Maßstab</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source> Here it may alarm, not clear: %1</source>
        <translation> Hier kann er warnen, nicht freigeben: %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source> This one view cannot show %1.</source>
        <translation> Diese eine Ansicht zeigt nicht: %L1.</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>%1 is done here; there is nothing to send.</source>
        <translation>%L1 geschieht hier; es gibt nichts einzusenden.</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>%1 was sent already and is waited for.</source>
        <translation>%L1 wurde schon eingesandt und wird erwartet.</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>This result was signed in the meantime. Open it again to see it.</source>
        <translation>Dieser Befund wurde inzwischen signiert. Öffnen Sie ihn erneut.</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>alarm only</source>
        <translation>nur Warnung</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>imprint cytology result</source>
        <translation>Imprintzytologie-Ergebnis</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>imprint cytology sent</source>
        <translation>Imprintzytologie eingesandt</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>logged result</source>
        <translation>erfasster Befund</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>positive counts</source>
        <translation>positiv zählt</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>positive: %1</source>
        <translation>positiv: %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>simulated %1</source>
        <translation>simuliert: %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>specimen radiograph read</source>
        <translation>Präparatradiographie befundet</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>specimen to pathology</source>
        <translation>Resektat zur Pathologie</translation>
    </message>
    <message>
        <location filename="../../console/cases/results_log.py"/>
        <source>specimen to radiography</source>
        <translation>Resektat zur Radiographie</translation>
    </message>
    <message>
        <location filename="../../console/cases/search.py"/>
        <source>This place in the worklist is not known any more. Start again from the top.</source>
        <translation>Diese Stelle der Arbeitsliste ist nicht mehr bekannt. Beginnen Sie von vorn.</translation>
    </message>
    <message>
        <location filename="../../console/cases/service.py"/>
        <source>A setting</source>
        <translation>Eine Einstellung</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_draft.py"/>
        <source>%1, mass %2</source>
        <translation>%L1, Herd %L2</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_draft.py"/>
        <source>full thickness anterior</source>
        <translation>volle Dicke ventral</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_draft.py"/>
        <source>full thickness posterior</source>
        <translation>volle Dicke dorsal</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source> This figure lies outside the published range.</source>
        <translation> Dieser Wert liegt außerhalb der veröffentlichten Spanne.</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>%1 mm thick, %2</source>
        <translation>%L1 mm dick, %2</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>(medial − lateral) / 2, ours</source>
        <translation>(medial − lateral) / 2, eigene Größe</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>(superior − inferior) / 2, ours</source>
        <translation>(kranial − kaudal) / 2, eigene Größe</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>A ruler's thickness. Whether the new margin is clear, pathology says.</source>
        <translation>Eine am Lineal gemessene Dicke. Ob der neue Schnittrand frei ist, sagt die Pathologie.</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>A shave is signed once its thickness was measured.</source>
        <translation>Eine Nachresektion wird signiert, sobald ihre Dicke gemessen ist.</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>Gross measurement</source>
        <translation>Makromessung</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>Shave, %1</source>
        <translation>Nachresektion, %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>The eight lengths that the formula needs are not all there.</source>
        <translation>Die acht Längen, die die Formel braucht, sind nicht alle da.</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>This specimen was signed in the meantime. Open the case again to see it.</source>
        <translation>Dieses Resektat wurde inzwischen signiert. Öffnen Sie den Fall erneut.</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>closest margin</source>
        <translation>engster Schnittrand</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>excised to the pectoral fascia</source>
        <translation>bis zur Pektoralisfaszie exzidiert</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>excised to the skin</source>
        <translation>bis zur Haut exzidiert</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>full thickness</source>
        <translation>volle Dicke</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>major axis difference</source>
        <translation>Differenz der Hauptachse</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>mass %1 </source>
        <translation>Herd %L1 </translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>mass %1 centralization</source>
        <translation>Zentralität von Herd %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>mass %1%2 %3</source>
        <translation>Herd %L1%L2 %L3</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>medial-lateral offset</source>
        <translation>Versatz medial–lateral</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>minor axis difference</source>
        <translation>Differenz der Nebenachse</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>new margin</source>
        <translation>neuer Rand</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>not marked</source>
        <translation>nicht markiert</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>plain product of the three axes, as the study prints it</source>
        <translation>einfaches Produkt der drei Achsen, wie in der Studie</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>relative eccentricity</source>
        <translation>relative Exzentrizität</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>resection ratio</source>
        <translation>Resektionsverhältnis</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>ruler, %1</source>
        <translation>Lineal, %1</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>simulated ruler</source>
        <translation>simuliertes Lineal</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>superior-inferior offset</source>
        <translation>Versatz kranial–kaudal</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>widest − narrowest of %1 margins; %2</source>
        <translation>weitester − engster von %L1 Schnitträndern; %L2</translation>
    </message>
    <message>
        <location filename="../../console/cases/specimen_log.py"/>
        <source>÷ the mass's longer axis</source>
        <translation>÷ die längere Achse des Herds</translation>
    </message>
    <message>
        <location filename="../../console/cases/verdict.py"/>
        <source>Cavity</source>
        <translation>Wundhöhle</translation>
    </message>
    <message>
        <location filename="../../console/cases/verdict.py"/>
        <source>Shave %1, %2</source>
        <translation>Nachresektion %L1, %L2</translation>
    </message>
    <message>
        <location filename="../../console/cases/verdict.py"/>
        <source>Shave %1, face unknown</source>
        <translation>Nachresektion %L1, Fläche unbekannt</translation>
    </message>
    <message>
        <location filename="../../console/cases/verdict.py"/>
        <source>Specimen %1</source>
        <translation>Resektat %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/verdict.py"/>
        <source>There is more than one first excision: which of them a shave belongs to is not known, so no shave takes the place of a face.</source>
        <translation>Es gibt mehr als eine Erstexzision: Zu welcher eine Nachresektion gehört, ist nicht bekannt, daher ersetzt keine Nachresektion eine Fläche.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verdict.py"/>
        <source>face unknown</source>
        <translation>Fläche unbekannt</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>%1%2 to %3</source>
        <translation>%1%2 bis %3</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>Audit line %1 is missing.</source>
        <translation>Die Protokollzeile %L1 fehlt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>Audit line %1 is not the one that the anchor holds.</source>
        <translation>Die Protokollzeile %L1 ist nicht die, die der Anker festhält.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>Audit line %1 is not what was written, or not where it was written.</source>
        <translation>Die Protokollzeile %L1 ist nicht, was geschrieben wurde, oder steht nicht dort, wo sie geschrieben wurde.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The %1 %2 is not as this version of Rimlight made it.</source>
        <translation>%1 %2 ist nicht so, wie diese Version von Rimlight es angelegt hat.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The anchor of the audit trail is missing or damaged.</source>
        <translation>Der Anker des Protokolls fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The audit trail was cut off after line %1.</source>
        <translation>Der Protokoll wurde nach Zeile %L1 abgeschnitten.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The case %1 is not found by the words it should be found by.</source>
        <translation>Der Fall %1 wird nicht unter den Wörtern gefunden, unter denen er zu finden sein sollte.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The check of the %1 could not be finished. %2</source>
        <translation>Die Prüfung (%L1) konnte nicht beendet werden. %L2</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The database cannot be opened. %1</source>
        <translation>Die Datenbank lässt sich nicht öffnen. %L1</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The database file is damaged: %1.</source>
        <translation>Die Datenbankdatei ist beschädigt: %1.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The database's tables and indexes do not agree with one another.</source>
        <translation>Tabellen und Indizes der Datenbank stimmen nicht miteinander überein.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The file %1… (%2…) is damaged.</source>
        <translation>Die Datei %1… (%2…) ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The file %1… (%2…) is missing.</source>
        <translation>Die Datei %1… (%2…) fehlt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The file %1… belongs to no case.</source>
        <translation>Die Datei %1… gehört zu keinem Fall.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The journal %1 is damaged from byte %2 on.</source>
        <translation>Das Journal %1 ist ab Byte %L2 beschädigt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The journal %1 knows of changes that the database does not.</source>
        <translation>Das Journal %1 kennt Änderungen, die der Datenbank fehlen.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The journal %1 lacks audit line %2, or has another in its place.</source>
        <translation>Im Journal %1 fehlt die Protokollzeile %L2, oder an ihrer Stelle steht eine andere.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The older half of the anchor is damaged; the newer one is whole.</source>
        <translation>Die ältere Hälfte des Ankers ist beschädigt; die neuere ist vollständig.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The row %1 %2 is missing.</source>
        <translation>Die Zeile %1 %2 fehlt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The row %1 has no audit line that made it.</source>
        <translation>Zur Zeile %1 gibt es keine Protokollzeile, die sie angelegt hat.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The row %1 is not what its audit line says was written.</source>
        <translation>Die Zeile %1 ist nicht das, was laut ihrer Protokollzeile geschrieben wurde.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>The search knows cases that are not there.</source>
        <translation>Die Suche kennt Fälle, die es nicht gibt.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>What is stored there has no sense.</source>
        <translation>Was dort gespeichert ist, ergibt keinen Sinn.</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>asset %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>audit %1</source>
        <translation>Protokollzeile %1</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>audit %1%2 to %3</source>
        <translation>Protokollzeilen %1%2 bis %3</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>cases %1</source>
        <translation>Fälle %1</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>file %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <location filename="../../console/cases/verify.py"/>
        <source>journal %1</source>
        <translation>Journal %1</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/agreement_answers.py"/>
        <source>Agreement beyond chance needs two readers or more.</source>
        <translation>Übereinstimmung über den Zufall hinaus braucht zwei Befunder oder mehr.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/agreement_answers.py"/>
        <source>Column %1 must have a value in every row.</source>
        <translation>Die Spalte %1 muss in jeder Zeile einen Wert haben.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/cohort.py"/>
        <source>; did you mean %1?</source>
        <translation>; meinten Sie %1?</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/cohort.py"/>
        <source>Column %1 has more than %2 different numbers: too many to be groups.</source>
        <translation>Die Spalte %1 hat mehr als %L2 verschiedene Zahlen: zu viele für Gruppen.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/cohort.py"/>
        <source>Column %1 has no value %2.</source>
        <translation>Die Spalte %1 hat keinen Wert %2.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/cohort.py"/>
        <source>Column %1 holds words, not numbers.</source>
        <translation>Die Spalte %1 enthält Wörter, keine Zahlen.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/cohort.py"/>
        <source>Column %1 is neither yes/no nor positive/negative.</source>
        <translation>Die Spalte %1 ist weder ja/nein noch positiv/negativ.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/cohort.py"/>
        <source>Column %1 is not yes or no: it holds other numbers than 0 and 1.</source>
        <translation>Die Spalte %1 ist nicht ja oder nein: Sie enthält andere Zahlen als 0 und 1.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/cohort.py"/>
        <source>There is no column %1 in this cohort.</source>
        <translation>In dieser Kohorte gibt es keine Spalte %1.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/cohort.py"/>
        <source>There is no column %1 in this cohort; did you mean %2?</source>
        <translation>In dieser Kohorte gibt es keine Spalte %1; meinten Sie %2?</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>--%1 lies between 0 and 1, ends excluded.</source>
        <translation>--%1 liegt zwischen 0 und 1, beide ausgeschlossen.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>--%1 lies between 0 and 1.</source>
        <translation>--%1 liegt zwischen 0 und 1.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>--events lies between 1 and %1.</source>
        <translation>--events liegt zwischen 1 und %L1.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>--n lies between 2 and %1.</source>
        <translation>--n liegt zwischen 2 und %L1.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>Arm %1: positives must lie between 0 and the total, and the total at most %2.</source>
        <translation>Arm %1: Die Zahl der Positiven muss zwischen 0 und der Gesamtzahl liegen, die Gesamtzahl bei höchstens %L2.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>Discordant counts lie between 0 and %1.</source>
        <translation>Diskordante Anzahlen liegen zwischen 0 und %L1.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>Give either --n, the cases in each arm, or --power, the power wanted.</source>
        <translation>Geben Sie entweder --n an, die Fälle je Arm, oder --power, die gewünschte Power.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>Holm</source>
        <translation>Holm</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>The hazard ratio is above 0 and not 1; the share with an event lies between 0 and 1.</source>
        <translation>Die Hazard Ratio liegt über 0 und ist nicht 1; der Anteil mit Ereignis liegt zwischen 0 und 1.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>The table may hold %1 cells at most, each a count from 0 to %2.</source>
        <translation>Die Tafel darf höchstens %L1 Zellen haben, jede mit einer Anzahl von 0 bis %L2.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>The table needs two or more rows of the same length, two or more, separated by /.</source>
        <translation>Die Tafel braucht mindestens zwei gleich lange Zeilen mit mindestens zwei Werten, getrennt durch /.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>log-rank test: Schoenfeld 1983</source>
        <translation>Log-Rank-Test: Schoenfeld 1983</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/count_answers.py"/>
        <source>p-value %1 does not lie between 0 and 1.</source>
        <translation>Der p-Wert %L1 liegt nicht zwischen 0 und 1.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>%1 %2 to %3</source>
        <translation>%L1 %L2 bis %L3</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>%1 below %2</source>
        <translation>%L1 unter %L2</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>%1 from %2</source>
        <translation>%L1 ab %L2</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>%1 to %2</source>
        <translation>%L1 bis %L2</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>%1 up to %2</source>
        <translation>%L1 bis %L2</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>A filter is written COLUMN=WORD,WORD or COLUMN=LEAST..MOST.</source>
        <translation>Ein Filter hat die Form SPALTE=WORT,WORT oder SPALTE=VON..BIS.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>Column %1 has no value %2 in this cohort.</source>
        <translation>Die Spalte %1 hat in dieser Kohorte keinen Wert %2.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>Filters: %1; %2 of %3 cases.</source>
        <translation>Filter: %L1; %L2 von %L3 Fällen.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>Ki67 counts as high above %1 %.</source>
        <translation>Ki67 zählt als hoch ab %L1 %.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>That is not a cohort definition of this console.</source>
        <translation>Das ist keine Kohortendefinition dieser Konsole.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>The filter on %1 keeps everything.</source>
        <translation>Der Filter auf %L1 behält alles.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>The filter on %1 needs numbers around the two dots.</source>
        <translation>Der Filter für %1 braucht Zahlen vor und nach den zwei Punkten.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>This cohort was defined with version %1 of the data dictionary; this one is %2.</source>
        <translation>Diese Kohorte wurde mit Version %1 des Datenwörterbuchs definiert; dies ist %2.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>from %1</source>
        <translation>ab %L1</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/definition.py"/>
        <source>up to %1</source>
        <translation>bis %L1</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Age at operation</source>
        <translation>Alter bei der Operation</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Body mass index</source>
        <translation>Body-Mass-Index</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Breast operated on</source>
        <translation>Operierte Brust</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Centralization of the specimen (Lee et al. 2021)</source>
        <translation>Zentralität des Resektats (Lee et al. 2021)</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Complication of the operation, of any grade</source>
        <translation>Komplikation der Operation, jeden Grades</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Day of the operation since 1 January 2000; in exports shifted, see below</source>
        <translation>Tag der Operation seit dem 1. Januar 2000; in Exporten verschoben, siehe unten</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Gross volume of the mass</source>
        <translation>Makrovolumen des Herds</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Gross volume of the resected specimen</source>
        <translation>Makrovolumen des Resektats</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Group the case belongs to, such as the localization technique</source>
        <translation>Gruppe des Falls, etwa die Lokalisationstechnik</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>HER2 status</source>
        <translation>HER2-Status</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Histological grade</source>
        <translation>Histologisches Grading</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Its grade by Clavien and Dindo</source>
        <translation>Ihr Grad nach Clavien und Dindo</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Ki67 labelling index; `ki67_high` is derived: above 14 %, or as the cohort defines</source>
        <translation>Ki67-Index; `ki67_high` ist abgeleitet: über 14 % oder wie die Kohorte es festlegt</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Largest diameter of the tumour by pathology</source>
        <translation>Größter Tumordurchmesser laut Pathologie</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Margin by final pathology, ink on tumour</source>
        <translation>Schnittrand laut endgültiger Pathologie, Tumor an der Tusche</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Margin by frozen section</source>
        <translation>Schnittrand im Schnellschnitt</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Margin of %1 as %2 measured it; empty where it only set a bound</source>
        <translation>Schnittrand %L1, gemessen mit %L2; leer, wo nur eine Grenze angegeben ist</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>More tissue taken in the same operation</source>
        <translation>Weiteres Gewebe in derselben Operation entnommen</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Oestrogen receptor</source>
        <translation>Östrogenrezeptor</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Operation of the axilla</source>
        <translation>Operation der Axilla</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Operation to death of any cause; empty where alive</source>
        <translation>Operation bis Tod jeder Ursache; leer, wo am Leben</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Operation to recurrence; empty where there was none</source>
        <translation>Operation bis Rezidiv; leer, wo keines war</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Operation to the last time the patient was seen, or died</source>
        <translation>Operation bis zum letzten Kontakt oder Tod</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Pathological N stage</source>
        <translation>Pathologisches N-Stadium</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Pathological T stage</source>
        <translation>Pathologisches T-Stadium</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Progesterone receptor</source>
        <translation>Progesteronrezeptor</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Pseudonym of the case; never a name or MRN</source>
        <translation>Pseudonym des Falls; nie Name oder Patientennummer</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Pseudonym of the surgeon</source>
        <translation>Pseudonym des Operateurs</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Recurrence in the same breast, chest wall or nodes</source>
        <translation>Rezidiv in derselben Brust, Brustwand oder Lymphknoten</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Second operation for the margin</source>
        <translation>Zweite Operation wegen des Schnittrands</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>The gravest of them</source>
        <translation>Die schwerste davon</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Type of tumour; `invasive` where the type is not told apart</source>
        <translation>Tumortyp; `invasive`, wo der Typ nicht unterschieden ist</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>What %1 said of %2</source>
        <translation>Aussage von %L1 über %L2</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>What lies at a margin positive by frozen section</source>
        <translation>Was an einem im Schnellschnitt positiven Rand liegt</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>What lies at a positive margin</source>
        <translation>Was an einem positiven Schnittrand liegt</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>What the second operation found</source>
        <translation>Befund der zweiten Operation</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>Whether the row was made by a simulator; `no` when the column is absent</source>
        <translation>Ob die Zeile von einem Simulator stammt; `no`, wenn die Spalte fehlt</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>any word</source>
        <translation>beliebiges Wort</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>identifier, unique</source>
        <translation>Kennung, eindeutig</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>not assessed</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/dictionary.py"/>
        <source>one of the words</source>
        <translation>eines der Wörter</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/endpoint.py"/>
        <source>%1 cases without %2 have no %3: they are followed to follow_up_days.</source>
        <translation>%L1 Fälle ohne %L2 haben kein %L3: Sie werden bis follow_up_days verfolgt.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/endpoint.py"/>
        <source>Column %1 holds negative times.</source>
        <translation>Die Spalte %1 enthält negative Zeiten.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>%1, ci</source>
        <translation>%1, CI</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>%1, ci_profile</source>
        <translation>%1, ci_profile</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>%1, median</source>
        <translation>%1, Median</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>%1, median_ci</source>
        <translation>%1, median_ci</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>%1, ratio</source>
        <translation>%1, Ratio</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>%1, standard_error</source>
        <translation>%1, standard_error</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>--reference is for columns of words.</source>
        <translation>--reference gilt für Spalten mit Wörtern.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>--reference is written COLUMN=VALUE.</source>
        <translation>--reference hat die Form SPALTE=WERT.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>--reference names %1, which is not among the terms.</source>
        <translation>--reference nennt %1, das nicht unter den Termen ist.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>A term stands in the model twice.</source>
        <translation>Ein Term steht zweimal im Modell.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>There is one arm: nothing to compare.</source>
        <translation>Es gibt nur einen Arm: nichts zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>all cases</source>
        <translation>alle Fälle</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/model_answers.py"/>
        <source>proportional, %1</source>
        <translation>proportional, %1</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/outcome_answers.py"/>
        <source>%1, odds ratio</source>
        <translation>%1, Odds Ratio</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/outcome_answers.py"/>
        <source>Complication</source>
        <translation>Komplikation</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/outcome_answers.py"/>
        <source>Death</source>
        <translation>Tod</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/outcome_answers.py"/>
        <source>Fewer than two arms have cases: there is nothing to compare.</source>
        <translation>Weniger als zwei Arme haben Fälle: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/outcome_answers.py"/>
        <source>Frozen margin positive</source>
        <translation>Schnellschnitt positiv</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/outcome_answers.py"/>
        <source>Further resection</source>
        <translation>Nachresektion</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/outcome_answers.py"/>
        <source>Permanent margin positive</source>
        <translation>Endgültiger Rand positiv</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/outcome_answers.py"/>
        <source>Re-operation</source>
        <translation>Reoperation</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/outcome_answers.py"/>
        <source>Recurrence</source>
        <translation>Rezidiv</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/parquet.py"/>
        <source>%1 holds a column larger than %2 MB. Nothing was imported.</source>
        <translation>%1 enthält eine Spalte von mehr als %L2 MB. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/parquet.py"/>
        <source>%1 holds a word longer than %2 letters. Nothing was imported.</source>
        <translation>%1 enthält ein Wort mit mehr als %L2 Buchstaben. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/parquet.py"/>
        <source>%1 is not a Parquet file that can be read. Nothing was imported.</source>
        <translation>%1 ist keine lesbare Parquet-Datei. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/parquet.py"/>
        <source>%1 states %2 cases of %3 columns: too large for a cohort. Nothing was imported.</source>
        <translation>%1 gibt %L2 Fälle mit %L3 Spalten an: zu groß für eine Kohorte. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/parquet.py"/>
        <source>%1: column %2</source>
        <translation>%1: Spalte %2</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/parquet.py"/>
        <source>%1: column %2 holds %3; a cohort holds numbers, words, and yes or no. Nothing was imported.</source>
        <translation>%1: Spalte %2 enthält %3; eine Kohorte enthält Zahlen, Wörter sowie ja oder nein. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/parquet.py"/>
        <source>Research use only</source>
        <translation>Nur für Forschungszwecke</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/rates.py"/>
        <source>this console, %1 faces</source>
        <translation>diese Konsole, %L1 Flächen</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %L2.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1 cases have %2 beyond follow_up_days.</source>
        <translation>%L1 Fälle haben %2 nach follow_up_days.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1 cases have a recurrence without its day.</source>
        <translation>%L1 Fälle haben ein Rezidiv ohne dessen Tag.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1 has a header and no cases. Nothing was imported.</source>
        <translation>%1 hat eine Kopfzeile, aber keine Fälle. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1 has a quotation mark that is never closed, or a cell that is too long. Nothing was imported.</source>
        <translation>%1 enthält ein nicht geschlossenes Anführungszeichen oder eine zu lange Zelle. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1 holds zero bytes: it is not a CSV. Nothing was imported.</source>
        <translation>%1 enthält Nullbytes und ist keine CSV-Datei. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1 is UTF-16. Save it as UTF-8 CSV. Nothing was imported.</source>
        <translation>%1 ist UTF-16. Speichern Sie die Datei als CSV in UTF-8. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1 is empty. Nothing was imported.</source>
        <translation>%1 ist leer. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1 is larger than %2 MB. Nothing was imported.</source>
        <translation>%1 ist größer als %L2 MB. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1 is not UTF-8 at line %2. Save it as UTF-8 CSV. Nothing was imported.</source>
        <translation>%1 ist in Zeile %L2 kein UTF-8. Speichern Sie die Datei als CSV in UTF-8. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1: %2%3. Nothing was imported.</source>
        <translation>%1: %L2%L3. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1: column %2%3 has no name. Nothing was imported.</source>
        <translation>%1: Spalte %2%3 hat keinen Namen. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1: the header mixes separators; use commas, or semicolons, or tabs throughout. Nothing was imported.</source>
        <translation>%1: Die Kopfzeile mischt Trennzeichen. Verwenden Sie durchgehend Kommas, Semikolons oder Tabulatoren. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>%1: two columns are named %2. Nothing was imported.</source>
        <translation>%1: Zwei Spalten heißen %2. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>; and %1 more</source>
        <translation>; und %L1 weitere</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>Column %1 is not in the data dictionary, holds text, and was not read.</source>
        <translation>Die Spalte %1 steht nicht im Datenwörterbuch, enthält Text und wurde nicht gelesen.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>Column %1 is not in the data dictionary; it was read as %2.</source>
        <translation>Die Spalte %1 steht nicht im Datenwörterbuch; sie wurde als %L2 gelesen.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %L1 bis %L2</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>an identifier of its own, but row %1 has the same</source>
        <translation>eine eigene Kennung, aber Zeile %L1 hat dieselbe</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>an identifier, but the cell is empty</source>
        <translation>eine Kennung, aber die Zelle ist leer</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>has %1 cells where the header has %2</source>
        <translation>hat %L1 Zellen, die Kopfzeile %L2</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>row %1 %2</source>
        <translation>Zeile %L1 %L2</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>row %1, column %2: should be %3</source>
        <translation>Zeile %L1, Spalte %2: erwartet wird %L3</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/reader.py"/>
        <source>the system refuses</source>
        <translation>das System verweigert den Zugriff</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/store_cohort.py"/>
        <source>Cases of this console</source>
        <translation>Fälle dieser Konsole</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/store_cohort.py"/>
        <source>There is no case in this store yet.</source>
        <translation>In diesem Speicher ist noch kein Fall.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/store_cohort.py"/>
        <source>reader %1</source>
        <translation>Befunder %1</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/store_cohort.py"/>
        <source>surgeon %1</source>
        <translation>Operateur %1</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/table_answers.py"/>
        <source>%1, interaction_p</source>
        <translation>%1, interaction_p</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/table_answers.py"/>
        <source>%1, odds_ratio</source>
        <translation>%1, odds_ratio</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/table_answers.py"/>
        <source>%1, p_benjamini_hochberg</source>
        <translation>%1, p_benjamini_hochberg</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/table_answers.py"/>
        <source>%1, p_holm</source>
        <translation>%1, p_holm</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/table_answers.py"/>
        <source>%1, risk_difference</source>
        <translation>%1, risk_difference</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/table_answers.py"/>
        <source>--expected lies between 0 and 1, ends excluded.</source>
        <translation>--expected liegt zwischen 0 und 1, beide ausgeschlossen.</translation>
    </message>
    <message>
        <location filename="../../console/cohorts/table_answers.py"/>
        <source>Balance needs exactly two arms; column %1 has %2.</source>
        <translation>Balance braucht genau zwei Arme; die Spalte %1 hat %L2.</translation>
    </message>
    <message>
        <location filename="../../console/exporting.py"/>
        <source>No archive is configured. Enter its address under Settings, Hospital.</source>
        <translation>Kein Archiv ist eingerichtet. Tragen Sie seine Adresse unter Einstellungen, Klinik ein.</translation>
    </message>
    <message>
        <location filename="../../console/exporting.py"/>
        <source>Research use only.</source>
        <translation>Nur für Forschungszwecke.</translation>
    </message>
    <message>
        <location filename="../../console/exporting.py"/>
        <source>Simulated data. Research use only.</source>
        <translation>Simulierte Daten. Nur für Forschungszwecke.</translation>
    </message>
    <message>
        <location filename="../../console/exporting.py"/>
        <source>You read PET-CT blind, and the report tells its answer. Save your call first, or have somebody else make it.</source>
        <translation>Sie beurteilen die PET-CT verblindet, und der Bericht verrät deren Ergebnis. Speichern Sie zuerst Ihre Beurteilung, oder lassen Sie den Bericht von jemand anderem erstellen.</translation>
    </message>
    <message>
        <location filename="../../console/exporting.py"/>
        <source>de-identified files for research</source>
        <translation>anonymisierte Dateien für die Forschung</translation>
    </message>
    <message>
        <location filename="../../console/exporting.py"/>
        <source>files for the record</source>
        <translation>Dateien für die Akte</translation>
    </message>
    <message>
        <location filename="../../console/exporting.py"/>
        <source>queued for the archive: %1 objects</source>
        <translation>für das Archiv vorgemerkt: %L1 Objekte</translation>
    </message>
    <message>
        <location filename="../../console/exports/figures.py"/>
        <source>Rimlight</source>
        <translation>Rimlight</translation>
    </message>
    <message>
        <location filename="../../console/exports/figures.py"/>
        <source>Rimlight %1. Research use only.</source>
        <translation>Rimlight %1. Nur für Forschungszwecke.</translation>
    </message>
    <message>
        <location filename="../../console/exports/formula.py"/>
        <source>%1 = %2 cm, from</source>
        <translation>%L1 = %L2 cm, aus</translation>
    </message>
    <message>
        <location filename="../../console/exports/formula.py"/>
        <source>%1 = %2 mm</source>
        <translation>%L1 = %L2 mm</translation>
    </message>
    <message>
        <location filename="../../console/exports/formula.py"/>
        <source>(s−i)/2 %1 mm, (m−l)/2 %2 mm</source>
        <translation>(kr−kd)/2 %L1 mm, (m−l)/2 %L2 mm</translation>
    </message>
    <message>
        <location filename="../../console/exports/formula.py"/>
        <source>Centralization = (|%1| + |%2|) cm</source>
        <translation>Zentralität = (|%L1| + |%L2|) cm</translation>
    </message>
    <message>
        <location filename="../../console/exports/formula.py"/>
        <source>at %1 faces</source>
        <translation>an %L1 Flächen</translation>
    </message>
    <message>
        <location filename="../../console/exports/formula.py"/>
        <source>closest margin %1 mm, %2</source>
        <translation>engster Schnittrand %L1 mm, %L2</translation>
    </message>
    <message>
        <location filename="../../console/exports/formula.py"/>
        <source>off centre (ours): %1</source>
        <translation>Versatz (eigen): %L1</translation>
    </message>
    <message>
        <location filename="../../console/faults.py"/>
        <source>Something went wrong inside Rimlight. What was shown as saved is safe. Close this message and go on; the log says where.</source>
        <translation>In Rimlight ist ein Fehler aufgetreten. Was als gespeichert angezeigt war, ist sicher. Schließen Sie diese Meldung und arbeiten Sie weiter; wo der Fehler liegt, steht im Protokoll.</translation>
    </message>
    <message>
        <location filename="../../console/first_window.py"/>
        <source>Starting · Research use only</source>
        <translation>Start · Nur für Forschungszwecke</translation>
    </message>
    <message>
        <location filename="../../console/fluorescence.py"/>
        <source>Fluorescence</source>
        <translation>Fluoreszenz</translation>
    </message>
    <message>
        <location filename="../../console/fluorescence.py"/>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <location filename="../../console/fluorescence.py"/>
        <source>Residual</source>
        <translation>Restsignal</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 has a %2 that is not a file name</source>
        <translation>%1 hat bei %2 keinen Dateinamen</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 has a %2 that is not a number from %3 to %4</source>
        <translation>%1 hat bei %2 keine Zahl von %L3 bis %L4</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 has a bit_depth that is not a whole number from 8 to 16</source>
        <translation>%1 hat eine bit_depth, die keine ganze Zahl von 8 bis 16 ist</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 has a dark frame that is not dark</source>
        <translation>%1 hat ein Dunkelbild, das nicht dunkel ist</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 has a device that is not a name</source>
        <translation>%1 hat ein device, das kein Name ist</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 has a flat frame that is too dark or saturated</source>
        <translation>%1 hat ein Weißbild, das zu dunkel oder übersteuert ist</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 has a flip that is none of %2</source>
        <translation>%1 hat einen Wert flip, der keiner von diesen ist: %2</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 is not TOML</source>
        <translation>%1 ist kein TOML</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 is too large for a calibration</source>
        <translation>%1 ist zu groß für eine Kalibrierung</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 lacks %2</source>
        <translation>%1 fehlt %2</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 names a %2 outside its own folder</source>
        <translation>%1 verweist bei %2 auf eine Datei außerhalb des eigenen Ordners</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 names dark, flat and ambient frames of different sizes</source>
        <translation>%1 nennt Dunkel-, Weiß- und Umgebungslichtbild verschiedener Größe</translation>
    </message>
    <message>
        <location filename="../../console/frames/calibration.py"/>
        <source>%1 says %2 bits, and its %3 frame has more</source>
        <translation>%1 gibt %L2 Bit an, das Bild %3 hat mehr</translation>
    </message>
    <message>
        <location filename="../../console/frames/headers.py"/>
        <source>%1 does not hold whole numbers; frames are 8 or 16 bits deep</source>
        <translation>%1 enthält keine ganzen Zahlen; Bilder sind 8 oder 16 Bit tief</translation>
    </message>
    <message>
        <location filename="../../console/frames/headers.py"/>
        <source>%1 holds no picture</source>
        <translation>%1 enthält kein Bild</translation>
    </message>
    <message>
        <location filename="../../console/frames/headers.py"/>
        <source>%1 is damaged or cut short</source>
        <translation>%1 ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <location filename="../../console/frames/headers.py"/>
        <source>%1 is damaged: a page does not say how large it is</source>
        <translation>%1 ist beschädigt: Eine Seite nennt ihre Größe nicht</translation>
    </message>
    <message>
        <location filename="../../console/frames/headers.py"/>
        <source>%1 is damaged: its pages run in a circle</source>
        <translation>%1 ist beschädigt: Die Seiten verweisen im Kreis aufeinander</translation>
    </message>
    <message>
        <location filename="../../console/frames/kept.py"/>
        <source>%1%2. Calibrate the camera again.</source>
        <translation>%L1%L2. Kalibrieren Sie die Kamera erneut.</translation>
    </message>
    <message>
        <location filename="../../console/frames/kept.py"/>
        <source>The calibration was taken with another %1. Set the camera back, or calibrate it again.</source>
        <translation>Die Kalibrierung wurde mit anderer Einstellung aufgenommen (%L1). Stellen Sie die Kamera zurück oder kalibrieren Sie erneut.</translation>
    </message>
    <message>
        <location filename="../../console/frames/kept.py"/>
        <source>The kept calibration has a date that cannot be read. Calibrate the camera again.</source>
        <translation>Das Datum der gespeicherten Kalibrierung ist nicht lesbar. Kalibrieren Sie die Kamera erneut.</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 cannot be read: %2. %3</source>
        <translation>%1 ist nicht lesbar: %L2. %L3</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 does not hold whole numbers of 8 or 16 bits</source>
        <translation>%1 enthält keine ganzen Zahlen mit 8 oder 16 Bit</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 has %2 MB; at most %3 can be read. %4</source>
        <translation>%1 hat %L2 MB; höchstens %L3 sind lesbar. %L4</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 has %2 bits a pixel; 8 or 16 can be read</source>
        <translation>%1 hat %L2 Bit je Pixel; lesbar sind 8 oder 16</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 has %2 pixels; a frame has at least %3 a side</source>
        <translation>%1 hat %L2 Pixel; ein Bild hat mindestens %L3 je Seite</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 has %2 × %3 pixels; at most %4 million can be read</source>
        <translation>%1 hat %L2 × %L3 Pixel; lesbar sind höchstens %L4 Millionen</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 holds %2 frames of %3 pixels: that is too much</source>
        <translation>%1 enthält %L2 Bilder mit je %L3 Pixeln: das ist zu viel</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 holds %2 frames; at most %3 are read</source>
        <translation>%1 enthält %L2 Bilder; gelesen werden höchstens %L3</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 holds frames of different sizes</source>
        <translation>%1 enthält Bilder verschiedener Größe</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 holds no frame</source>
        <translation>%1 enthält kein Bild</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 is a colour picture; frames of the fluorescence camera are grey</source>
        <translation>%1 ist ein Farbbild; Bilder der Fluoreszenzkamera sind grau</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 is a folder, not a file. %2</source>
        <translation>%1 ist ein Ordner, keine Datei. %L2</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 is a video without a frame that can be read</source>
        <translation>%1 ist ein Video ohne lesbares Bild</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 is cut short</source>
        <translation>%1 ist abgeschnitten</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 is damaged, or not a picture. %2</source>
        <translation>%1 ist beschädigt oder kein Bild. %L2</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 is empty. %2</source>
        <translation>%1 ist leer. %L2</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 is neither a PNG, a TIFF, an NPY array nor a video</source>
        <translation>%1 ist weder PNG noch TIFF, NPY-Feld oder Video</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 is neither one frame (rows, columns) nor a stack (frames, rows, columns)</source>
        <translation>%1 ist weder ein Bild (Zeilen, Spalten) noch ein Stapel (Bilder, Zeilen, Spalten)</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>%1 is not a file. %2</source>
        <translation>%1 ist keine Datei. %L2</translation>
    </message>
    <message>
        <location filename="../../console/frames/pictures.py"/>
        <source>Nothing was written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <location filename="../../console/frames/reader.py"/>
        <source>%1 is damaged: reading it fails. %2</source>
        <translation>%1 ist beschädigt: Das Lesen schlägt fehl. %L2</translation>
    </message>
    <message>
        <location filename="../../console/frames/reader.py"/>
        <source>%1 takes too long to read. %2</source>
        <translation>Das Lesen von %1 dauert zu lange. %L2</translation>
    </message>
    <message>
        <location filename="../../console/hospital.py"/>
        <source>Message to the hospital: %1</source>
        <translation>Nachricht an die Klinik: %L1</translation>
    </message>
    <message>
        <location filename="../../console/hospital.py"/>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <location filename="../../console/hospital.py"/>
        <source>No hospital worklist is configured. Enter its address under Settings, Hospital.</source>
        <translation>Keine Arbeitsliste der Klinik ist eingerichtet. Tragen Sie ihre Adresse unter Einstellungen, Klinik ein.</translation>
    </message>
    <message>
        <location filename="../../console/hospital.py"/>
        <source>The inbox for scanners is full: what they send is turned away until somebody assigns or clears what waits.</source>
        <translation>Der Eingang für Scanner ist voll: Sendungen werden abgewiesen, bis Wartendes zugeordnet oder geleert wird.</translation>
    </message>
    <message>
        <location filename="../../console/installation.py"/>
        <source> and %1 more</source>
        <translation> und %L1 weitere</translation>
    </message>
    <message>
        <location filename="../../console/installation.py"/>
        <source>This installation is not as it was shipped (%1%2). Install Rimlight again.</source>
        <translation>Diese Installation ist nicht so, wie sie ausgeliefert wurde (%1%2). Installieren Sie Rimlight erneut.</translation>
    </message>
    <message>
        <location filename="../../console/instruments.py"/>
        <source>NIR camera</source>
        <translation>NIR-Kamera</translation>
    </message>
    <message>
        <location filename="../../console/microwave.py"/>
        <source>Microwave</source>
        <translation>Mikrowelle</translation>
    </message>
    <message>
        <location filename="../../console/millimetres.py"/>
        <source>%1: %2 is not a plain number of millimetres.</source>
        <translation>%L1: %2 ist keine einfache Millimeterangabe.</translation>
    </message>
    <message>
        <location filename="../../console/modalities.py"/>
        <source>Specimen</source>
        <translation>Resektat</translation>
    </message>
    <message>
        <location filename="../../console/modalities.py"/>
        <source>you read it blind, and it is shown once your call is saved</source>
        <translation>Sie beurteilen sie verblindet; sie wird gezeigt, sobald Ihre Beurteilung gespeichert ist</translation>
    </message>
    <message>
        <location filename="../../console/navigation.py"/>
        <source>Tool: %1 mm above the picture's plane</source>
        <translation>Instrument: %L1 mm über der Bildebene</translation>
    </message>
    <message>
        <location filename="../../console/navigation.py"/>
        <source>Tool: %1 mm below the picture's plane</source>
        <translation>Instrument: %L1 mm unter der Bildebene</translation>
    </message>
    <message>
        <location filename="../../console/navigation.py"/>
        <source>Tool: tracked, not registered to this picture</source>
        <translation>Instrument: verfolgt, zu diesem Bild nicht registriert</translation>
    </message>
    <message>
        <location filename="../../console/petct.py"/>
        <source>Closeness in PET-CT</source>
        <translation>Nähe in der PET-CT</translation>
    </message>
    <message>
        <location filename="../../console/petct.py"/>
        <source>SIMULATED. Research use only.</source>
        <translation>SIMULIERT. Nur für Forschungszwecke.</translation>
    </message>
    <message>
        <location filename="../../console/petct.py"/>
        <source>Surface from the PET-CT's CT, tumour as drawn.</source>
        <translation>Oberfläche aus der CT der PET-CT, Tumor wie eingezeichnet.</translation>
    </message>
    <message>
        <location filename="../../console/recompute.py"/>
        <source>%1 cannot be computed again. %2</source>
        <translation>%L1 lässt sich nicht neu berechnen. %L2</translation>
    </message>
    <message>
        <location filename="../../console/recompute.py"/>
        <source>%1 does not come out the same: %2.</source>
        <translation>%L1 ergibt nicht dasselbe: %L2.</translation>
    </message>
    <message>
        <location filename="../../console/recompute.py"/>
        <source>%1: what it was computed from is not what was signed.</source>
        <translation>%L1: Die Grundlage der Berechnung ist nicht die signierte.</translation>
    </message>
    <message>
        <location filename="../../console/recompute.py"/>
        <source>The %1 reading %2</source>
        <translation>Der Befund %L1 %L2</translation>
    </message>
    <message>
        <location filename="../../console/results.py"/>
        <source>Pathologist 1</source>
        <translation>Pathologe 1</translation>
    </message>
    <message>
        <location filename="../../console/results.py"/>
        <source>Specimen radiograph, simulated</source>
        <translation>Präparatradiographie, simuliert</translation>
    </message>
    <message>
        <location filename="../../console/scans/containers.py"/>
        <source>%1 holds %2 in an unknown version of npy</source>
        <translation>%1 enthält %2 in einer unbekannten npy-Version</translation>
    </message>
    <message>
        <location filename="../../console/scans/containers.py"/>
        <source>%1 holds %2 with a damaged header</source>
        <translation>%1 enthält %2 mit beschädigtem Kopf</translation>
    </message>
    <message>
        <location filename="../../console/scans/containers.py"/>
        <source>%1 holds %2 with another length than it says</source>
        <translation>%1 enthält %2 mit anderer als der angegebenen Länge</translation>
    </message>
    <message>
        <location filename="../../console/scans/containers.py"/>
        <source>%1 is a damaged HDF5 file</source>
        <translation>%1 ist eine beschädigte HDF5-Datei</translation>
    </message>
    <message>
        <location filename="../../console/scans/containers.py"/>
        <source>%1 is a damaged npz archive</source>
        <translation>%1 ist ein beschädigtes npz-Archiv</translation>
    </message>
    <message>
        <location filename="../../console/scans/containers.py"/>
        <source>%1 is neither HDF5 nor npz nor MATLAB v7.3</source>
        <translation>%1 ist weder HDF5 noch npz noch MATLAB v7.3</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 calls itself complete with %2 of %3 patterns</source>
        <translation>%1 gilt als vollständig, hat aber %L2 von %L3 Mustern</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has %2 frequencies in /%3 and %4 in /frequency_hz</source>
        <translation>%1 hat %L2 Frequenzen in /%3 und %L4 in /frequency_hz</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has %2 frequencies in /normalised and %3 in /frequency_hz</source>
        <translation>%1 hat %L2 Frequenzen in /normalised und %L3 in /frequency_hz</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has %2 patterns in /%3; %4 × %5 pixels have %6</source>
        <translation>%1 hat %L2 Muster in /%3; zu %L4 × %L5 Pixeln gehören %L6</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has %2 × %3 pixels; Hadamard patterns need sides of 2, 4, 8 …</source>
        <translation>%1 hat %L2 × %L3 Pixel; Hadamard-Muster brauchen Seiten von 2, 4, 8 …</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has %2 × %3 pixels; at most %4 a side can be read</source>
        <translation>%1 hat %L2 × %L3 Pixel; lesbar sind höchstens %L4 je Seite</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has /frequency_hz of %2; a list of 2 to %3 is needed</source>
        <translation>%1 hat ein /frequency_hz der Größe %L2; nötig ist eine Liste von 2 bis %L3</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has a /%2 of %3</source>
        <translation>%1 hat ein /%2 der Größe %L3</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has a /%2 of %3: that is too large</source>
        <translation>%1 hat ein /%2 der Größe %L3: das ist zu groß</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has a /%2 that is not made of complex numbers</source>
        <translation>%1 hat ein /%2, das nicht aus komplexen Zahlen besteht</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has a /%2 that is not made of numbers</source>
        <translation>%1 hat ein /%2, das nicht aus Zahlen besteht</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has a reference without any signal</source>
        <translation>%1 hat eine Referenz ohne Signal</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has a second look of %2 patterns and %3 frequencies</source>
        <translation>%1 hat eine zweite Aufnahme mit %L2 Mustern und %L3 Frequenzen</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has a second look that does not lie within its map</source>
        <translation>%1 hat eine zweite Aufnahme außerhalb der eigenen Karte</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has an /error of another size than /depth_mm</source>
        <translation>%1 hat ein /error von anderer Größe als /depth_mm</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has an attribute diffusion_mm that is no length up to %2 mm</source>
        <translation>%1 hat ein Attribut diffusion_mm, das keine Länge bis %L2 mm ist</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has frequencies from %2 to %3 Hz; 1 to 100 GHz are possible, in Hz</source>
        <translation>%1 hat Frequenzen von %L2 bis %L3 Hz; möglich sind 1 bis 100 GHz, in Hz</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has frequencies that do not rise</source>
        <translation>%1 hat Frequenzen, die nicht ansteigen</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 has no /frequency_hz</source>
        <translation>%1 hat kein /frequency_hz</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 holds /%2 without its counterpart</source>
        <translation>%1 enthält /%2 ohne das Gegenstück</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 holds depths outside 0 to %2 mm</source>
        <translation>%1 enthält Tiefen außerhalb von 0 bis %L2 mm</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 holds neither /sample and /reference, nor /normalised, nor /depth_mm</source>
        <translation>%1 enthält weder /sample und /reference noch /normalised oder /depth_mm</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 holds no depth at all</source>
        <translation>%1 enthält keine Tiefe</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 holds no pixel that was measured</source>
        <translation>%1 enthält kein gemessenes Pixel</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 holds values in /%2 that are not numbers</source>
        <translation>%1 enthält in /%2 Werte, die keine Zahlen sind</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 holds values that are no normalised signal: they should be about 1</source>
        <translation>%1 enthält Werte, die kein normiertes Signal sind: sie sollten um 1 liegen</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 lacks the attribute %2, a whole number up to %3</source>
        <translation>%1 hat kein Attribut %2, eine ganze Zahl bis %L3</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 lacks the attribute %2, which is %3</source>
        <translation>%1 hat kein Attribut %2 mit dem Wert %3</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 lacks the attribute %2, which is true or false</source>
        <translation>%1 hat kein Attribut %2 mit dem Wert wahr oder falsch</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 lacks the attribute field_of_view_mm, two lengths from 1 to 1000 mm</source>
        <translation>%1 hat kein Attribut field_of_view_mm, zwei Längen von 1 bis 1000 mm</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 lacks the attribute second_window: row, column, rows, columns and fineness</source>
        <translation>%1 hat kein Attribut second_window: Zeile, Spalte, Zeilen, Spalten und Feinheit</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>%1 says %2 %3 and holds %4</source>
        <translation>%1 gibt %L2 %3 an und enthält %L4</translation>
    </message>
    <message>
        <location filename="../../console/scans/decoding.py"/>
        <source>a single value</source>
        <translation>ein einzelner Wert</translation>
    </message>
    <message>
        <location filename="../../console/scans/guard.py"/>
        <source>%1 is damaged, or not a scan</source>
        <translation>%1 ist beschädigt oder kein Scan</translation>
    </message>
    <message>
        <location filename="../../console/scans/guard.py"/>
        <source>%1 is larger than %2 GB. %3</source>
        <translation>%1 ist größer als %L2 GB. %L3</translation>
    </message>
    <message>
        <location filename="../../console/scans/guard.py"/>
        <source>Nothing was imported.</source>
        <translation>Es wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="../../console/scans/writer.py"/>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %L2.</translation>
    </message>
    <message>
        <location filename="../../console/scans/writer.py"/>
        <source>%1 cannot be written: the system refuses.</source>
        <translation>%1 kann nicht geschrieben werden: Das System verweigert den Zugriff.</translation>
    </message>
    <message>
        <location filename="../../console/settings.py"/>
        <source>Breast surgery</source>
        <translation>Brustchirurgie</translation>
    </message>
    <message>
        <location filename="../../console/settings.py"/>
        <source>The console's title must be 1 to 16 plain characters.</source>
        <translation>Der Titel der Konsole muss aus 1 bis 16 einfachen Zeichen bestehen.</translation>
    </message>
    <message>
        <location filename="../../console/settings.py"/>
        <source>The language must be one of %1.</source>
        <translation>Die Sprache muss eine von diesen sein: %1.</translation>
    </message>
    <message>
        <location filename="../../console/settings.py"/>
        <source>The setting %1 must be a whole number.</source>
        <translation>Die Einstellung %1 muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <location filename="../../console/settings.py"/>
        <source>The setting %1 must be text.</source>
        <translation>Die Einstellung %1 muss Text sein.</translation>
    </message>
    <message>
        <location filename="../../console/settings.py"/>
        <source>The setting %1 must lie between %2 and %3.</source>
        <translation>Die Einstellung %1 muss zwischen %L2 und %L3 liegen.</translation>
    </message>
    <message>
        <location filename="../../console/settings.py"/>
        <source>The setting scan_pixels must be 4, 8, 16, 32, 64, 128 or 256.</source>
        <translation>Die Einstellung scan_pixels muss 4, 8, 16, 32, 64, 128 oder 256 sein.</translation>
    </message>
    <message>
        <location filename="../../console/settings.py"/>
        <source>There is no setting of that name.</source>
        <translation>Eine Einstellung dieses Namens gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../console/settings.py"/>
        <source>Who may call is a list such as CT1, PETCT@10.0.0.7: titles of 1 to 16 plain characters, with or without an address.</source>
        <translation>Wer sich verbinden darf, ist eine Liste wie CT1, PETCT@10.0.0.7: Titel aus 1 bis 16 einfachen Zeichen, mit oder ohne Adresse.</translation>
    </message>
    <message>
        <location filename="../../console/upkeep.py"/>
        <source>%1 findings. The first: %2</source>
        <translation>%L1 Auffälligkeiten. Die erste: %L2</translation>
    </message>
    <message>
        <location filename="../../console/upkeep.py"/>
        <source>Backed up and checked.</source>
        <translation>Gesichert und geprüft.</translation>
    </message>
    <message>
        <location filename="../../console/upkeep.py"/>
        <source>Every line, row, file and journal is what was written.</source>
        <translation>Jede Zeile, jeder Eintrag, jede Datei und jedes Journal ist so, wie geschrieben.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort.py"/>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort.py"/>
        <source>Computing …</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort.py"/>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort.py"/>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort.py"/>
        <source>Registry</source>
        <translation>Register</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort.py"/>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort.py"/>
        <source>This role does not see cohorts. A surgeon or a researcher does.</source>
        <translation>Diese Rolle sieht keine Kohorten. Operateure und Forschung sehen sie.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort.py"/>
        <source>Writing …</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>%1 against pathology</source>
        <translation>%L1 gegen Pathologie</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>%1: McNemar on labels p %2, on correctness p %3.</source>
        <translation>%L1: McNemar auf Einstufungen p %L2, auf Richtigkeit p %L3.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>+1.96 SD</source>
        <translation>+1,96 SD</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>, on the effective number of faces, since those of one specimen are alike.</source>
        <translation>, auf der effektiven Zahl der Flächen, da sich die eines Resektats ähneln.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>; McNemar's exact test on labels and on correctness.</source>
        <translation>; McNemars exakter Test auf Einstufungen und auf Richtigkeit.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Against final pathology of the first excision, per %1</source>
        <translation>Gegen die endgültige Pathologie der Erstexzision, je %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Bias, mm</source>
        <translation>Verzerrung, mm</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Bland–Altman limits of agreement; bounds are left out.</source>
        <translation>Übereinstimmungsgrenzen nach Bland–Altman; Schranken sind ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Depths</source>
        <translation>Tiefen</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Depths against final pathology of the first excision</source>
        <translation>Tiefen gegen die endgültige Pathologie der Erstexzision</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Faces</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Fewer than two readers recorded an own call before the model's was shown.</source>
        <translation>Weniger als zwei Befunder haben ein eigenes Urteil abgegeben, bevor das des Modells gezeigt wurde.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Lower limit</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Mean of both, mm</source>
        <translation>Mittel beider, mm</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Method − pathology, mm</source>
        <translation>Methode − Pathologie, mm</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>No face was measured in mm both by a method and by pathology in three cases or more.</source>
        <translation>Keine Fläche wurde in drei oder mehr Fällen sowohl von einer Methode als auch von der Pathologie in mm gemessen.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>No method's result stands beside a final pathology yet.</source>
        <translation>Noch steht kein Ergebnis einer Methode neben einer endgültigen Pathologie.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Per face</source>
        <translation>Je Fläche</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Per specimen</source>
        <translation>Je Resektat</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Reader</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Readers</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Readers: %1, %2 cases read by all %3</source>
        <translation>Befunder: %L1, %L2 Fälle von allen %L3 gelesen</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Sensitivity, specificity and precision with Wilson's intervals</source>
        <translation>Sensitivität, Spezifität und Präzision mit Wilson-Intervallen</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Several faces of one specimen are taken as independent here; limits of agreement hardly depend on it, the interval of the bias does.</source>
        <translation>Mehrere Flächen eines Resektats gelten hier als unabhängig; die Übereinstimmungsgrenzen hängen davon kaum ab, das Intervall der Verzerrung schon.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Share (95 % CI)</source>
        <translation>Anteil (95-%-KI)</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Specificity</source>
        <translation>Spezifität</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>The truth here is the final margin, after shaves: a method that was acted upon looks worse than it is.</source>
        <translation>Als Wahrheit gilt hier der endgültige Schnittrand nach Nachresektionen: Eine Methode, nach der gehandelt wurde, sieht schlechter aus, als sie ist.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>Upper limit</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>κ undefined</source>
        <translation>κ nicht definiert</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_agreement.py"/>
        <source>−1.96 SD</source>
        <translation>−1,96 SD</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>%1 cut at %2</source>
        <translation>%L1, getrennt bei %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>Arms</source>
        <translation>Arme</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>Arms by %1. Only: %2.</source>
        <translation>Arme nach %L1. Nur: %L2.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>Cases from</source>
        <translation>Fälle aus</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>Counts as high above %1 %</source>
        <translation>Zählt als hoch ab %L1 %</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>Keep as …</source>
        <translation>Behalten als …</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>Name of this cohort</source>
        <translation>Name dieser Kohorte</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>Only cases with</source>
        <translation>Nur Fälle mit</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>each value</source>
        <translation>jeder Wert</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>high above </source>
        <translation>hoch ab </translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_build.py"/>
        <source>kept %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>%1 against %2</source>
        <translation>%L1 gegen %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>%1 at %2</source>
        <translation>%L1 bei %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>%1 over time</source>
        <translation>%L1 im Zeitverlauf</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Cases in each arm</source>
        <translation>Fälle je Arm</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Cases in each arm, Fisher's exact test</source>
        <translation>Fälle je Arm, exakter Test nach Fisher</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Cases in each arm, χ² (normal approximation)</source>
        <translation>Fälle je Arm, χ² (Normalnäherung)</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Funnel by %1</source>
        <translation>Trichter nach %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Methods: %1.</source>
        <translation>Methoden: %L1.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Planning a study</source>
        <translation>Studienplanung</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Planning a study of two rates</source>
        <translation>Planung einer Studie mit zwei Raten</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Power</source>
        <translation>Power</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Power with that many, Fisher's exact test</source>
        <translation>Power mit so vielen, exakter Test nach Fisher</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Power with that many, χ²</source>
        <translation>Power mit so vielen, χ²</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>Two-sided, 5 %</source>
        <translation>Zweiseitig, 5 %</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>getting better ↓</source>
        <translation>besser ↓</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>getting worse ↑</source>
        <translation>schlechter ↑</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_design.py"/>
        <source>usual rate %1; signals %2 worse, %3 better</source>
        <translation>übliche Rate %L1; Signale: %L2 schlechter, %L3 besser</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_desk.py"/>
        <source> · %1 simulated</source>
        <translation> · %L1 simuliert</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_desk.py"/>
        <source>%1 cases%2 · data SHA-256 %3 · Rimlight %4 · Research use only</source>
        <translation>%L1 Fälle%L2 · SHA-256 der Daten %3 · Rimlight %4 · Nur für Forschungszwecke</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>%1 by biomarker</source>
        <translation>%L1 nach Biomarker</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>%1 cases were analysed, %2 left out for a missing value. Methods: %3.</source>
        <translation>%L1 Fälle wurden ausgewertet, %L2 wegen eines fehlenden Werts ausgelassen. Methoden: %L3.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>%1 points</source>
        <translation>%L1 Punkte</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>1 − specificity · predicted risk</source>
        <translation>1 − Spezifität · vorhergesagtes Risiko</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>AUC %1 · Hosmer–Lemeshow p %2</source>
        <translation>AUC %L1 · Hosmer–Lemeshow p %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Adjusted hazard ratios</source>
        <translation>Adjustierte Hazard Ratios</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Adjusted odds ratios</source>
        <translation>Adjustierte Odds Ratios</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>All cases</source>
        <translation>Alle Fälle</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Arm %1</source>
        <translation>Arm %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Arms weighted by propensity</source>
        <translation>Nach Propensity gewichtete Arme</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Balance before and after</source>
        <translation>Balance vorher und nachher</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Calibration, by tenth of risk</source>
        <translation>Kalibrierung, je Risikozehntel</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Centralization: %1.</source>
        <translation>Zentralität: %L1.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Cox</source>
        <translation>Cox</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Cox regression of recurrence</source>
        <translation>Cox-Regression des Rezidivs</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Cumulative incidence</source>
        <translation>Kumulative Inzidenz</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Death competes</source>
        <translation>Tod konkurriert</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Design</source>
        <translation>Planung</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Discrimination and calibration</source>
        <translation>Trennschärfe und Kalibrierung</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Frozen</source>
        <translation>Schnellschnitt</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Hazard ratio (95 % CI)</source>
        <translation>Hazard Ratio (95-%-KI)</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Logistic</source>
        <translation>Logistisch</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Logistic regression of a positive margin</source>
        <translation>Logistische Regression eines positiven Schnittrands</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Margin</source>
        <translation>Schnittrand</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Monitoring</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Months since operation</source>
        <translation>Monate seit der Operation</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Odds ratio (95 % CI)</source>
        <translation>Odds Ratio (95-%-KI)</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Odds ratio of «%1», first arm against second</source>
        <translation>Odds Ratio von «%L1», erster Arm gegen zweiten</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Outcomes</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Outcomes by arm</source>
        <translation>Ergebnisse je Arm</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Recurrence where death competes</source>
        <translation>Rezidiv bei konkurrierendem Tod</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Recurrence-free survival</source>
        <translation>Rezidivfreies Überleben</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Sensitivity · observed</source>
        <translation>Sensitivität · beobachtet</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Standardised difference</source>
        <translation>Standardisierte Differenz</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Subgroups</source>
        <translation>Subgruppen</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Survival: %1.</source>
        <translation>Überleben: %L1.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Table 1</source>
        <translation>Tabelle 1</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>There is no case in this cohort. Choose another, or wait until cases are logged.</source>
        <translation>Diese Kohorte enthält keinen Fall. Wählen Sie eine andere, oder warten Sie, bis Fälle erfasst sind.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>Weighting</source>
        <translation>Gewichtung</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>interaction p %1</source>
        <translation>Interaktion p %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>log-rank p %1</source>
        <translation>Log-Rank p %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>odds ratio (95 % CI)</source>
        <translation>Odds Ratio (95-%-KI)</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>p, Holm</source>
        <translation>p, Holm</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>proportional hazards p %1</source>
        <translation>proportionale Hazards p %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_pages.py"/>
        <source>○ before   ■ after   weighted difference %1, p %2</source>
        <translation>○ vorher   ■ nachher   gewichtete Differenz %L1, p %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_panes.py"/>
        <source>%1 cases</source>
        <translation>%L1 Fälle</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_panes.py"/>
        <source>%1 cases, %2 simulated</source>
        <translation>%L1 Fälle, davon %L2 simuliert</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_panes.py"/>
        <source>%1 less</source>
        <translation>%L1 weniger</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_panes.py"/>
        <source>%1 more</source>
        <translation>%L1 mehr</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_panes.py"/>
        <source>%1 simulated cases</source>
        <translation>%L1 simulierte Fälle</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_panes.py"/>
        <source>Cases, without names and dates: CSV</source>
        <translation>Fälle, ohne Namen und Daten: CSV</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_panes.py"/>
        <source>Export: de-identified, audited, with the numbers and the code version behind it</source>
        <translation>Export: anonymisiert, protokolliert, mit den Zahlen und der Programmversion dahinter</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_panes.py"/>
        <source>First rate</source>
        <translation>Erste Rate</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_panes.py"/>
        <source>Methods, as a paper states them</source>
        <translation>Methoden, wie eine Publikation sie nennt</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_panes.py"/>
        <source>Nothing was computed on this page.</source>
        <translation>Auf dieser Seite wurde nichts berechnet.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_panes.py"/>
        <source>Second rate</source>
        <translation>Zweite Rate</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_panes.py"/>
        <source>Table and methods: CSV</source>
        <translation>Tabelle und Methoden: CSV</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_registry.py"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_registry.py"/>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_registry.py"/>
        <source>Derived</source>
        <translation>Abgeleitet</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_registry.py"/>
        <source>Derived:</source>
        <translation>Abgeleitet:</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_registry.py"/>
        <source>Entered</source>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_registry.py"/>
        <source>Entered:</source>
        <translation>Eingetragen:</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_registry.py"/>
        <source>How complete the registry is. Open a case to enter what it does not tell by itself.</source>
        <translation>Wie vollständig das Register ist. Öffnen Sie einen Fall, um einzutragen, was sich nicht von selbst ergibt.</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_registry.py"/>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_registry.py"/>
        <source>Missing:</source>
        <translation>Fehlt:</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_registry.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_registry.py"/>
        <source>told by the case</source>
        <translation>ergibt sich aus dem Fall</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>Age, years</source>
        <translation>Alter, Jahre</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>BMI, kg/m²</source>
        <translation>BMI, kg/m²</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>Centralization, cm</source>
        <translation>Zentralität, cm</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>Day of operation</source>
        <translation>Operationstag</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>Imprint cytology</source>
        <translation>Imprintzytologie</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>Ki67 high</source>
        <translation>Ki67 hoch</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>Ki67, %</source>
        <translation>Ki67, %</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>Mass volume, cm³</source>
        <translation>Herdvolumen, cm³</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>N stage</source>
        <translation>N-Stadium</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>Resected volume, cm³</source>
        <translation>Resektionsvolumen, cm³</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>Specimen radiograph</source>
        <translation>Präparatradiographie</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>T stage</source>
        <translation>T-Stadium</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>Tumour size, cm</source>
        <translation>Tumorgröße, cm</translation>
    </message>
    <message>
        <location filename="../../console/views/cohort_sheet.py"/>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>%1 objects are queued; they leave by themselves.</source>
        <translation>%L1 Objekte sind vorgemerkt; sie werden von selbst versendet.</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>%1 objects: %2.</source>
        <translation>%L1 Objekte: %L2.</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>%1 · %2 breast</source>
        <translation>%1 · Brust %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>%1: saved in %2.</source>
        <translation>%L1: gespeichert in %2.</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>Back to margins</source>
        <translation>Zurück zu den Schnitträndern</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>Being made …</source>
        <translation>Wird erstellt …</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>DICOM, CSV, Parquet and FHIR</source>
        <translation>DICOM, CSV, Parquet und FHIR</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>De-identified files</source>
        <translation>Anonymisierte Dateien</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>Files for the record</source>
        <translation>Dateien für die Akte</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>From scanners</source>
        <translation>Von Scannern</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>Nothing of this case was sent yet.</source>
        <translation>Von diesem Fall wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>Report with appendix</source>
        <translation>Bericht mit Anhang</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>Send to archive</source>
        <translation>Ans Archiv senden</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>Your role may not export a case.</source>
        <translation>Ihre Rolle darf keinen Fall exportieren.</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>on the way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <location filename="../../console/views/exporting.py"/>
        <source>waits for the archive</source>
        <translation>wartet auf das Archiv</translation>
    </message>
    <message>
        <location filename="../../console/views/first_start.py"/>
        <source>Administrator’s name</source>
        <translation>Name der Administration</translation>
    </message>
    <message>
        <location filename="../../console/views/first_start.py"/>
        <source>Choose a PIN</source>
        <translation>PIN wählen</translation>
    </message>
    <message>
        <location filename="../../console/views/first_start.py"/>
        <source>Choose a PIN, 4 to 12 digits</source>
        <translation>PIN wählen, 4 bis 12 Ziffern</translation>
    </message>
    <message>
        <location filename="../../console/views/first_start.py"/>
        <source>First start</source>
        <translation>Erster Start</translation>
    </message>
    <message>
        <location filename="../../console/views/first_start.py"/>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location filename="../../console/views/first_start.py"/>
        <source>The same PIN again</source>
        <translation>Dieselbe PIN noch einmal</translation>
    </message>
    <message>
        <location filename="../../console/views/first_start.py"/>
        <source>The two were not the same. Choose again.</source>
        <translation>Die beiden waren nicht gleich. Wählen Sie neu.</translation>
    </message>
    <message>
        <location filename="../../console/views/first_start.py"/>
        <source>This console has no users yet. Enter the name of its administrator, who adds everybody else and cares for the store.</source>
        <translation>Diese Konsole hat noch keine Benutzer. Tragen Sie den Namen der Administration ein, die alle anderen anlegt und den Datenspeicher betreut.</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>+1 day</source>
        <translation>+1 Tag</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>+7 days</source>
        <translation>+7 Tage</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>Correct this day's visit</source>
        <translation>Termin dieses Tages korrigieren</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>Day %1: %2 (%3)</source>
        <translation>Tag %L1: %L2 (%3)</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>Day of the visit</source>
        <translation>Tag des Termins</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>Follow-up visit</source>
        <translation>Nachsorgetermin</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>Hold to sign</source>
        <translation>Zum Signieren halten</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>Leave as signed</source>
        <translation>So lassen, wie signiert</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>No visit was logged yet.</source>
        <translation>Noch wurde kein Termin erfasst.</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>Seen again</source>
        <translation>Nochmals gesehen</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>Typed wrong</source>
        <translation>Vertippt</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>Why is it corrected?</source>
        <translation>Warum wird korrigiert?</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>Wrong patient</source>
        <translation>Falsche Patientin</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>days after the operation</source>
        <translation>Tage nach der Operation</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>nothing wrong</source>
        <translation>unauffällig</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>−1 day</source>
        <translation>−1 Tag</translation>
    </message>
    <message>
        <location filename="../../console/views/followup.py"/>
        <source>−7 days</source>
        <translation>−7 Tage</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>%1 studies, %2 MB in the inbox</source>
        <translation>%L1 Studien, %L2 MB im Eingang</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>%1 study, %2 MB in the inbox</source>
        <translation>%L1 Studie, %L2 MB im Eingang</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>%1 · %2 objects, %3 MB · from %4</source>
        <translation>%L1 · %L2 Objekte, %L3 MB · von %4</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>Assign to this case</source>
        <translation>Diesem Fall zuordnen</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>Assigned to this case. %1</source>
        <translation>Diesem Fall zugeordnet. %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>Back to export</source>
        <translation>Zurück zum Export</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>Cleared.</source>
        <translation>Geleert.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>Hold to clear</source>
        <translation>Zum Leeren halten</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>It can be taken in on the PET-CT screen now.</source>
        <translation>Es lässt sich jetzt unter PET-CT übernehmen.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>Nothing waits. What a scanner or an X-ray cabinet sends to this console appears here.</source>
        <translation>Nichts wartet. Was ein Scanner oder ein Röntgenschrank an diese Konsole sendet, erscheint hier.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>Tap a line to compare it with this case.</source>
        <translation>Zeile antippen, um sie mit diesem Fall zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>They can be taken in under Results, specimen radiograph.</source>
        <translation>Sie lassen sich unter Befunde, Präparatradiographie übernehmen.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>no MRN</source>
        <translation>keine Pat.-Nr.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>no birth date</source>
        <translation>kein Geburtsdatum</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>not assigned</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>still arriving</source>
        <translation>kommt noch an</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_arrivals.py"/>
        <source>✓ this case</source>
        <translation>✓ dieser Fall</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_rows.py"/>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_rows.py"/>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source> The list does not say in which script the name is written: compare it with the wristband.</source>
        <translation> Die Liste nennt nicht, in welcher Schrift der Name steht: Vergleichen Sie ihn mit dem Armband.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>%1 Tap it to put the case on this console's worklist.%2</source>
        <translation>%L1 Antippen setzt den Fall auf die Arbeitsliste dieser Konsole.%L2</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>%1 What is on this console's worklist is not affected.</source>
        <translation>%L1 Was auf der Arbeitsliste dieser Konsole steht, ist nicht betroffen.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>%1 breast</source>
        <translation>Brust %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>%1 line, %2</source>
        <translation>%L1 Zeile, %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>%1 lines, %2</source>
        <translation>%L1 Zeilen, %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>%1, %2 breast, is on the worklist.</source>
        <translation>%1, Brust %L2, steht auf der Arbeitsliste.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>Asking …</source>
        <translation>Wird abgefragt …</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>Back to the worklist</source>
        <translation>Zurück zur Arbeitsliste</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>Not available</source>
        <translation>Nicht verfügbar</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>Tap a line, then the breast.</source>
        <translation>Zeile antippen, dann die Brust.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>The hospital does not state the breast. It says: %1.</source>
        <translation>Die Klinik nennt die Brust nicht. Sie sagt: %1.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>The hospital has planned nothing for today.</source>
        <translation>Die Klinik hat für heute nichts geplant.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>The hospital states the breast.</source>
        <translation>Die Klinik nennt die Brust.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>This console has no connection to a hospital.</source>
        <translation>Diese Konsole hat keine Verbindung zur Klinik.</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>Today from the hospital</source>
        <translation>Heute laut Klinik</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>cannot be taken</source>
        <translation>nicht übernehmbar</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>check the name</source>
        <translation>Namen prüfen</translation>
    </message>
    <message>
        <location filename="../../console/views/hospital_worklist.py"/>
        <source>✓ on the worklist</source>
        <translation>✓ auf der Arbeitsliste</translation>
    </message>
    <message>
        <location filename="../../console/views/identify.py"/>
        <source>Birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <location filename="../../console/views/identify.py"/>
        <source>Is this the patient?</source>
        <translation>Ist das die Patientin?</translation>
    </message>
    <message>
        <location filename="../../console/views/identify.py"/>
        <source>Open case</source>
        <translation>Fall öffnen</translation>
    </message>
    <message>
        <location filename="../../console/views/identify.py"/>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <location filename="../../console/views/identify.py"/>
        <source>Scan the wristband, or enter the birth date</source>
        <translation>Armband scannen oder Geburtsdatum eingeben</translation>
    </message>
    <message>
        <location filename="../../console/views/identify.py"/>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../../console/views/identify.py"/>
        <source>Surgeon</source>
        <translation>Operateur</translation>
    </message>
    <message>
        <location filename="../../console/views/identify.py"/>
        <source>That is not a date: day, month and year, eight digits.</source>
        <translation>Das ist kein Datum: Tag, Monat und Jahr, acht Ziffern.</translation>
    </message>
    <message>
        <location filename="../../console/views/identify.py"/>
        <source>The row that was tapped</source>
        <translation>Die angetippte Zeile</translation>
    </message>
    <message>
        <location filename="../../console/views/identify.py"/>
        <source>not entered</source>
        <translation>nicht eingetragen</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>%1 mm%2</source>
        <translation>%L1 mm%L2</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>A guide for the eye: only a check of ten frames may be signed</source>
        <translation>Nur eine Orientierung: Signiert wird allein eine Kontrolle aus zehn Bildern</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Clear point</source>
        <translation>Punkt löschen</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Freeze</source>
        <translation>Standbild</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Frozen at %1 · %2:%3 ago</source>
        <translation>Standbild von %L1 · vor %L2:%L3</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Go live</source>
        <translation>Zurück zu Live</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Hold still: %1 of 10 frames</source>
        <translation>Ruhig halten: %L1 von 10 Bildern</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Live view paused at %1. %2</source>
        <translation>Livebild angehalten um %L1. %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Replay · %1</source>
        <translation>Wiedergabe · %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Set point</source>
        <translation>Punkt setzen</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Signed %1: %2 mm · false alarms %3 in 10 000 frames, simulated</source>
        <translation>Signiert %L1: %L2 mm · Fehlalarme %L3 in 10 000 Bildern, simuliert</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Signed check</source>
        <translation>Signierte Kontrolle</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>This console has no camera.</source>
        <translation>Diese Konsole hat keine Kamera.</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Touch the picture first: the point you touch becomes the reference.</source>
        <translation>Berühren Sie zuerst das Bild: Der berührte Punkt wird zur Referenz.</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>Touch the tissue that counts as 100 %, then tap Set point.</source>
        <translation>Berühren Sie das Gewebe, das als 100 % gilt, dann «Punkt setzen».</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>■ Stop</source>
        <translation>■ Stopp</translation>
    </message>
    <message>
        <location filename="../../console/views/live.py"/>
        <source>● Record</source>
        <translation>● Aufnahme</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>%1 %2 mm</source>
        <translation>%L1 %L2 mm</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>, squares within %1 %</source>
        <translation>, Felder auf %L1 % genau</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>1 Dark</source>
        <translation>1 Dunkel</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>1 Dark ✓</source>
        <translation>1 Dunkel ✓</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>2 Flat</source>
        <translation>2 Hell</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>2 Flat ✓</source>
        <translation>2 Hell ✓</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>3 Scale</source>
        <translation>3 Maßstab</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>3 Scale ✓</source>
        <translation>3 Maßstab ✓</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Boards to print</source>
        <translation>Tafeln zum Drucken</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Calibrate the camera</source>
        <translation>Kamera kalibrieren</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Calibrated</source>
        <translation>Kalibriert</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Calibration kept for this camera.</source>
        <translation>Kalibrierung für diese Kamera behalten.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Checkerboard</source>
        <translation>Schachbrett</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Cover the lens, then tap 1 Dark.</source>
        <translation>Decken Sie das Objektiv ab, dann 1 Dunkel.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Dark taken. Now hold an even white card before the lens, lit evenly, and tap 2 Flat.</source>
        <translation>Dunkelbild aufgenommen. Halten Sie nun eine gleichmäßig beleuchtete weiße Karte vor das Objektiv und tippen Sie auf 2 Hell.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Distance mm</source>
        <translation>Abstand mm</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Flat taken. Noise measured: %1 electrons per number, read noise %2 electrons. Now lay the board where the tissue will be, type its square, and tap 3 Scale.</source>
        <translation>Hellbild aufgenommen. Gemessenes Rauschen: %L1 Elektronen je Zahl, Ausleserauschen %L2 Elektronen. Legen Sie nun die Tafel dorthin, wo das Gewebe liegen wird, geben Sie ihr Feld ein und tippen Sie auf 3 Maßstab.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Hold still: %1 of %2 frames</source>
        <translation>Ruhig halten: %L1 von %L2 Bildern</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Hold still: 0 of %1 frames</source>
        <translation>Ruhig halten: 0 von %L1 Bildern</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Keep calibration</source>
        <translation>Kalibrierung behalten</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>One pixel is %1 mm%2. Type the camera's distance if you know it, then keep.</source>
        <translation>Ein Pixel ist %L1 mm%L2. Geben Sie den Kameraabstand ein, wenn Sie ihn kennen, dann behalten.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Print checkerboard-5mm.pdf or charuco-8mm.pdf at 100 % on matt paper, and check the 50 mm line with a ruler. They lie in %1.</source>
        <translation>Drucken Sie checkerboard-5mm.pdf oder charuco-8mm.pdf mit 100 % auf mattes Papier und prüfen Sie die 50-mm-Linie mit einem Lineal. Sie liegen in %1.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Square</source>
        <translation>Feld</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Square mm</source>
        <translation>Feld mm</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>The camera changed meanwhile. Take these frames again.</source>
        <translation>Die Kamera hat sich inzwischen verändert. Nehmen Sie diese Bilder neu auf.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Touch both ends of a known length on the picture, type that length, tap 3 Scale.</source>
        <translation>Berühren Sie beide Enden einer bekannten Länge im Bild, geben Sie diese Länge ein, dann 3 Maßstab.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Touch both ends of the ruler's known length first.</source>
        <translation>Berühren Sie zuerst beide Enden der bekannten Länge am Lineal.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_calibrate.py"/>
        <source>Type the size in mm first.</source>
        <translation>Geben Sie zuerst die Größe in mm ein.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source> · %1 % of the reference</source>
        <translation> · %L1 % der Referenz</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source> · %1 ms, at most %2</source>
        <translation> · %L1 ms, höchstens %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source> · brightest after %1 s</source>
        <translation> · am hellsten nach %L1 s</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source>%1 fps%2 · %3 dropped</source>
        <translation>%L1 B/s%L2 · %L3 verworfen</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source>Approach time since incision</source>
        <translation>Zugangszeit seit dem Schnitt</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source>Frames come, and this computer is too busy to show them. It goes on by itself.</source>
        <translation>Bilder kommen an, doch dieser Rechner ist zu beschäftigt, sie zu zeigen. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source>Injection sites</source>
        <translation>Injektionsstellen</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source>Lesion</source>
        <translation>Herd</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source>Light %1%2%3</source>
        <translation>Licht %L1%L2%L3</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source>No camera is connected. It is looked for by itself; its address is in the settings.</source>
        <translation>Keine Kamera ist angeschlossen. Sie wird von selbst gesucht; ihre Adresse steht in den Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source>Signal / background</source>
        <translation>Signal / Untergrund</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source>The camera is starting…</source>
        <translation>Die Kamera startet …</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source>The picture begins in a moment.</source>
        <translation>Das Bild kommt gleich.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source>Touch the picture for a place's light over time</source>
        <translation>Bild berühren: Licht einer Stelle im Zeitverlauf</translation>
    </message>
    <message>
        <location filename="../../console/views/live_cards.py"/>
        <source>check times</source>
        <translation>Zeiten prüfen</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source> = %1 mg/kg</source>
        <translation> = %L1 mg/kg</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>4 to 8</source>
        <translation>4 bis 8</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>Allergy to iodide</source>
        <translation>Jodallergie</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>Dose %1 mg%2.</source>
        <translation>Dosis %L1 mg%L2.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>Expiry</source>
        <translation>Verfall</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>ICG in the vial</source>
        <translation>ICG im Fläschchen</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>ICG injection</source>
        <translation>ICG-Injektion</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>Lot</source>
        <translation>Charge</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>Lot, typed or scanned</source>
        <translation>Charge, getippt oder gescannt</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>Next: %1</source>
        <translation>Weiter: %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>Reconstituted</source>
        <translation>Rekonstituiert</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>Route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>Signed %1 by %2.</source>
        <translation>Signiert %L1 von %2.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>Sites</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>Volume per site</source>
        <translation>Volumen je Stelle</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>Water added</source>
        <translation>Wasser zugesetzt</translation>
    </message>
    <message>
        <location filename="../../console/views/live_icg.py"/>
        <source>usually %1 %2</source>
        <translation>üblich %L1 %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/live_layout.py"/>
        <source>Check cavity</source>
        <translation>Wundhöhle prüfen</translation>
    </message>
    <message>
        <location filename="../../console/views/live_layout.py"/>
        <source>Contour</source>
        <translation>Kontur</translation>
    </message>
    <message>
        <location filename="../../console/views/live_layout.py"/>
        <source>Heat</source>
        <translation>Wärmebild</translation>
    </message>
    <message>
        <location filename="../../console/views/live_layout.py"/>
        <source>Lesion found</source>
        <translation>Herd gefunden</translation>
    </message>
    <message>
        <location filename="../../console/views/live_layout.py"/>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <location filename="../../console/views/live_layout.py"/>
        <source>Overlay</source>
        <translation>Überlagert</translation>
    </message>
    <message>
        <location filename="../../console/views/live_layout.py"/>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <location filename="../../console/views/live_layout.py"/>
        <source>Set reference point</source>
        <translation>Referenzpunkt setzen</translation>
    </message>
    <message>
        <location filename="../../console/views/live_layout.py"/>
        <source>Snapshot</source>
        <translation>Schnappschuss</translation>
    </message>
    <message>
        <location filename="../../console/views/live_layout.py"/>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <location filename="../../console/views/live_leftover.py"/>
        <source>Hold to discard</source>
        <translation>Zum Verwerfen halten</translation>
    </message>
    <message>
        <location filename="../../console/views/live_leftover.py"/>
        <source>It was not ended in order. %1 frames are whole. Discarded, it is gone for good.</source>
        <translation>Sie wurde nicht ordentlich beendet. %L1 Bilder sind ganz. Verworfen ist sie endgültig verloren.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_leftover.py"/>
        <source>Keep with the case</source>
        <translation>Beim Fall behalten</translation>
    </message>
    <message>
        <location filename="../../console/views/live_leftover.py"/>
        <source>Recording kept: %1 frames.</source>
        <translation>Aufnahme behalten: %L1 Bilder.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_leftover.py"/>
        <source>Recording of %1, cut off</source>
        <translation>Abgebrochene Aufnahme von %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/live_leftover.py"/>
        <source>Recording, cut off, began %1: %2 frames</source>
        <translation>Aufnahme, abgebrochen, begonnen %L1: %L2 Bilder</translation>
    </message>
    <message>
        <location filename="../../console/views/live_leftover.py"/>
        <source>The cut-off recording was discarded.</source>
        <translation>Die abgebrochene Aufnahme wurde verworfen.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_more.py"/>
        <source>Back to the camera</source>
        <translation>Zurück zur Kamera</translation>
    </message>
    <message>
        <location filename="../../console/views/live_more.py"/>
        <source>Cut off %1
%2 frames: keep or discard</source>
        <translation>Abgebrochen %L1
%L2 Bilder: behalten oder verwerfen</translation>
    </message>
    <message>
        <location filename="../../console/views/live_more.py"/>
        <source>ICG injection ✓</source>
        <translation>ICG-Injektion ✓</translation>
    </message>
    <message>
        <location filename="../../console/views/live_more.py"/>
        <source>ICG, calibration, recordings</source>
        <translation>ICG, Kalibrierung, Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../console/views/live_more.py"/>
        <source>Play %1
%2</source>
        <translation>Abspielen %L1
%L2</translation>
    </message>
    <message>
        <location filename="../../console/views/live_past.py"/>
        <source>Signed at %1 · %2:%3 h ago · not live</source>
        <translation>Signiert um %L1 · vor %L2:%L3 h · nicht live</translation>
    </message>
    <message>
        <location filename="../../console/views/live_record.py"/>
        <source> · %1 lost</source>
        <translation> · %L1 verloren</translation>
    </message>
    <message>
        <location filename="../../console/views/live_record.py"/>
        <source>%1 frames, %2%3</source>
        <translation>%L1 Bilder, %L2%L3</translation>
    </message>
    <message>
        <location filename="../../console/views/live_record.py"/>
        <source>%1 lost</source>
        <translation>%L1 verloren</translation>
    </message>
    <message>
        <location filename="../../console/views/live_record.py"/>
        <source>, cut off at its last whole frame</source>
        <translation>, nach dem letzten ganzen Bild abgebrochen</translation>
    </message>
    <message>
        <location filename="../../console/views/live_record.py"/>
        <source>A recording was cut off when Rimlight ended. It waits behind «More…»: keep or discard it.</source>
        <translation>Eine Aufnahme brach ab, als Rimlight endete. Sie wartet unter «Mehr…»: behalten oder verwerfen.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_record.py"/>
        <source>Recording kept: %1.</source>
        <translation>Aufnahme behalten: %L1.</translation>
    </message>
    <message>
        <location filename="../../console/views/live_record.py"/>
        <source>Recording, ended %1: %2</source>
        <translation>Aufnahme, beendet %L1: %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/live_record.py"/>
        <source>none lost</source>
        <translation>keine verloren</translation>
    </message>
    <message>
        <location filename="../../console/views/live_record.py"/>
        <source>● Recording %1:%2 · %3 frames%4</source>
        <translation>● Aufnahme %L1:%L2 · %L3 Bilder%L4</translation>
    </message>
    <message>
        <location filename="../../console/views/live_snapshot.py"/>
        <source>, simulated</source>
        <translation>, simuliert</translation>
    </message>
    <message>
        <location filename="../../console/views/live_snapshot.py"/>
        <source>Snapshot %1, as seen%2</source>
        <translation>Schnappschuss %L1, wie gesehen%L2</translation>
    </message>
    <message>
        <location filename="../../console/views/live_snapshot.py"/>
        <source>Snapshot %1, camera frame%2</source>
        <translation>Schnappschuss %L1, Kamerabild%L2</translation>
    </message>
    <message>
        <location filename="../../console/views/live_snapshot.py"/>
        <source>Snapshot of %1 kept.</source>
        <translation>Schnappschuss von %L1 behalten.</translation>
    </message>
    <message>
        <location filename="../../console/views/lock.py"/>
        <source>Locked at %1. %2 was signed in; the case is as it was left. Anybody may sign in: tap your name.</source>
        <translation>Gesperrt um %L1. %2 war angemeldet; der Fall ist, wie er verlassen wurde. Jeder darf sich anmelden: Tippen Sie auf Ihren Namen.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>%1, version %2</source>
        <translation>%L1, Version %2</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>Judge this case by which rule set?</source>
        <translation>Nach welchem Regelwerk soll dieser Fall beurteilt werden?</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>Log shave</source>
        <translation>Nachresektion erfassen</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>More rows</source>
        <translation>Mehr Zeilen</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>Probability of a positive face</source>
        <translation>Wahrscheinlichkeit einer positiven Fläche</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>Rows %1%2 of %3</source>
        <translation>Zeilen %L1%L2 von %L3</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>Rule set</source>
        <translation>Regelwerk</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>Shave of which face?</source>
        <translation>Nachresektion welcher Fläche?</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>Shave, %1: how is the new margin marked?</source>
        <translation>Nachresektion %L1: Wie ist der neue Schnittrand markiert?</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>Specimen %1 · main</source>
        <translation>Resektat %L1 · Hauptpräparat</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>Specimen %1 · main
%2 mm</source>
        <translation>Resektat %L1 · Hauptpräparat
%L2 mm</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>The report is saved as %1.</source>
        <translation>Der Bericht ist gespeichert als %1.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins.py"/>
        <source>rule set changed on the margin board</source>
        <translation>Regelwerk auf der Schnittrandtafel geändert</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_chance.py"/>
        <source>Before any reading: %1 a face, %2.</source>
        <translation>Vor jedem Befund: %L1 je Fläche, %L2.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_chance.py"/>
        <source>No interval is published for %1: the range is too narrow by that.</source>
        <translation>Für %L1 ist kein Intervall veröffentlicht: Die Spanne ist daher zu eng.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_chance.py"/>
        <source>Tumour on ink, from how often each method is right. The first figure takes their errors as independent, which they are not; the range also holds what is left if all others only repeat the strongest.</source>
        <translation>Tumor an der Tusche, berechnet aus der Trefferquote jeder Methode. Die erste Zahl nimmt ihre Fehler als unabhängig an, was sie nicht sind; die Spanne enthält auch, was bleibt, wenn alle anderen nur die stärkste wiederholen.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_chance.py"/>
        <source>Without figures, so left out: %1.</source>
        <translation>Ohne Zahlen und daher ausgelassen: %L1.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_chance.py"/>
        <source>as in this console’s own cases</source>
        <translation>wie in den eigenen Fällen dieser Konsole</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_chance.py"/>
        <source>sensitivity %1, specificity %2 (%3)</source>
        <translation>Sensitivität %L1, Spezifität %L2 (%L3)</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source> Correction: %1.</source>
        <translation> Korrektur: %1.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>%1, version %2, %3.</source>
        <translation>%L1, Version %2, %L3.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>%1, version %2.</source>
        <translation>%L1, Version %2.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>Back to the verdict</source>
        <translation>Zurück zum Urteil</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>By %1, version %2.</source>
        <translation>Nach %L1, Version %2.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>Centralization</source>
        <translation>Zentralität</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>First excision</source>
        <translation>Erstexzision</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>Input SHA-256 %1…</source>
        <translation>SHA-256 der Eingabe %1…</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>It may alarm; it cannot clear a face.</source>
        <translation>Kann warnen, aber keine Fläche freigeben.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>Not signed yet</source>
        <translation>Noch nicht signiert</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>Not used: %1.</source>
        <translation>Nicht verwendet: %L1.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>Sent, and no answer yet. It decides nothing.</source>
        <translation>Eingesandt und noch ohne Antwort. Entscheidet nichts.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>Signed by %1.</source>
        <translation>Signiert von %1.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>Signed by %1. Correction: %2.</source>
        <translation>Signiert von %1. Korrektur: %L2.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>Simulated: not a measurement of a patient.</source>
        <translation>Simuliert: keine Messung an einer Patientin.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>Valid: %1</source>
        <translation>Gültig: %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>major axis %1 cm
minor axis %2 cm</source>
        <translation>Hauptachse %L1 cm
Nebenachse %L2 cm</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_panels.py"/>
        <source>outside its validated limits</source>
        <translation>außerhalb der geprüften Grenzen</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_solid.py"/>
        <source> On its faces: %1.</source>
        <translation> Auf seinen Flächen: %L1.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_solid.py"/>
        <source>Ellipsoid in the ruler's axes, depth not measured.</source>
        <translation>Ellipsoid nach den Achsen am Lineal, Tiefe nicht gemessen.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_solid.py"/>
        <source>Ellipsoid in the ruler's axes.</source>
        <translation>Ellipsoid nach den Achsen am Lineal.</translation>
    </message>
    <message>
        <location filename="../../console/views/margins_solid.py"/>
        <source>The specimen has no shape yet: sign its axes, or load its CT.</source>
        <translation>Das Resektat hat noch keine Form: Signieren Sie seine Achsen oder laden Sie seine CT.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>%1 × %2 pixels, %3 frequencies</source>
        <translation>%L1 × %L2 Pixel, %L3 Frequenzen</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>%1, %2 face</source>
        <translation>%L1, Fläche %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>No map of this face yet.</source>
        <translation>Von dieser Fläche gibt es noch keine Karte.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>No reference of today that fits yet.</source>
        <translation>Von heute passt noch keine Referenz.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>No scanner</source>
        <translation>Kein Scanner</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>Not signed yet.</source>
        <translation>Noch nicht signiert.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>Reference of %1.</source>
        <translation>Referenz von %L1.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>Reference scan</source>
        <translation>Referenzscan</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>Second look</source>
        <translation>Zweiter Blick</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>Still growing.</source>
        <translation>Wächst noch.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>The plate must stay empty.</source>
        <translation>Die Platte muss leer bleiben.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave.py"/>
        <source>The reference is taken. Lay a face on the plate.</source>
        <translation>Die Referenz ist aufgenommen. Legen Sie eine Fläche auf die Platte.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Back to the map</source>
        <translation>Zurück zur Karte</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Look again</source>
        <translation>Nochmals prüfen</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Look again (%1)</source>
        <translation>Nochmals prüfen (%L1)</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Scans are taken from %1: HDF5, MATLAB v7.3 or npz.</source>
        <translation>Scans kommen aus %1: HDF5, MATLAB v7.3 oder npz.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Specimen 1</source>
        <translation>Resektat 1</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Stop and use map</source>
        <translation>Stoppen, Karte nutzen</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Take a scan into this case</source>
        <translation>Einen Scan in diesen Fall übernehmen</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Uncertainty</source>
        <translation>Unsicher-
heit</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_layout.py"/>
        <source>Use map</source>
        <translation>Karte verwenden</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>%1 mm change lately. </source>
        <translation>Zuletzt %L1 mm Änderung. </translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>%1 mm² judged, all 2 mm or more</source>
        <translation>%L1 mm² beurteilt, überall 2 mm oder mehr</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>%1 of %2 patterns</source>
        <translation>%L1 von %L2 Mustern</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>%1 region, %2 mm²</source>
        <translation>%L1 Region, %L2 mm²</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>%1 regions, %2 mm²</source>
        <translation>%L1 Regionen, %L2 mm²</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>%1 ± %2 mm</source>
        <translation>%L1 ± %L2 mm</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>%1%2Stopping now %3 ±%4 mm now, ±%5 at the end.</source>
        <translation>%L1%L2Jetzt stoppen %L3 Jetzt ±%L4 mm, am Ende ±%L5.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>%1; next best depth %2 mm is %3 less likely</source>
        <translation>%L1; nächstbeste Tiefe %L2 mm ist %L3 unwahrscheinlicher</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>? Not to be trusted</source>
        <translation>? Nicht verlässlich</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>As its marks are written, the specimen lies on its %1 face. Turn it over, or choose %2.</source>
        <translation>Nach seinen Markierungen liegt das Resektat auf der Fläche %L1. Drehen Sie es um oder wählen Sie %L2.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>Depth under the finger</source>
        <translation>Tiefe unter dem Finger</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>Every pattern was shown. Intervals ±%1 mm.</source>
        <translation>Jedes Muster wurde gezeigt. Intervalle ±%L1 mm.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>Every pixel is masked</source>
        <translation>Jedes Pixel ist maskiert</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>Its most doubtful part, in finer pixels. The map so far is kept; in that part, the surer of the two will speak.</source>
        <translation>Der zweifelhafteste Teil, in feineren Pixeln. Die bisherige Karte bleibt; in diesem Teil wird die sicherere von beiden gelten.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>Lay the %1 face on the plate, its superior or anterior edge at the top, then tap Scan.</source>
        <translation>Legen Sie die Fläche %L1 auf die Platte, ihre kraniale oder ventrale Kante nach oben, dann «Scan».</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>Map already stable: </source>
        <translation>Karte bereits stabil: </translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>Opening the map…</source>
        <translation>Karte wird geöffnet …</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>The first map comes after a few seconds. Every pattern is kept as it comes.</source>
        <translation>Die erste Karte kommt nach einigen Sekunden. Jedes Muster wird sofort gesichert.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>The map begins after a few patterns.</source>
        <translation>Die Karte beginnt nach einigen Mustern.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>This console has no scanner.</source>
        <translation>Diese Konsole hat keinen Scanner.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>Touch the map to see a place's spectrum</source>
        <translation>Karte berühren: Spektrum einer Stelle</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>keeps every class.</source>
        <translation>behält jede Klasse.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>leaves about %1 mm² in the wrong class.</source>
        <translation>lässt etwa %L1 mm² in der falschen Klasse.</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>measured – – modelled · %1</source>
        <translation>gemessen – – modelliert · %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>no specimen here</source>
        <translation>hier kein Resektat</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>over %1×</source>
        <translation>mehr als %L1×</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>– Nothing could be judged</source>
        <translation>– Nichts war beurteilbar</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>≥ 2 mm</source>
        <translation>≥ 2 mm</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>◆ Positive region</source>
        <translation>◆ Positive Region</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>○ Clear to 2 mm</source>
        <translation>○ Frei bis 2 mm</translation>
    </message>
    <message>
        <location filename="../../console/views/microwave_panels.py"/>
        <source>◐ Close margin</source>
        <translation>◐ Schnittrand knapp</translation>
    </message>
    <message>
        <location filename="../../console/views/moments.py"/>
        <source>Log %1</source>
        <translation>%L1 erfassen</translation>
    </message>
    <message>
        <location filename="../../console/views/moments.py"/>
        <source>Never mind</source>
        <translation>Doch nicht</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source> · %1 breast</source>
        <translation> · Brust %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Birth date, DDMMYYYY</source>
        <translation>Geburtsdatum, TTMMJJJJ</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Date, DDMMYYYY</source>
        <translation>Datum, TTMMJJJJ</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Enter the MRN, as on the wristband.</source>
        <translation>Geben Sie die Patientennummer ein, wie auf dem Armband.</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Enter the birth date as day, month and year: 14031971.</source>
        <translation>Geben Sie das Geburtsdatum als Tag, Monat und Jahr ein: 14031971.</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Enter the day of the operation as day, month and year: 20112026.</source>
        <translation>Geben Sie den Operationstag als Tag, Monat und Jahr ein: 20112026.</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Enter the family name.</source>
        <translation>Geben Sie den Familiennamen ein.</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Enter the given name.</source>
        <translation>Geben Sie den Vornamen ein.</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Enter the time as hours and minutes: 0830.</source>
        <translation>Geben Sie die Uhrzeit als Stunden und Minuten ein: 0830.</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Equivocal</source>
        <translation>Fraglich</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Family name</source>
        <translation>Familienname</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Female</source>
        <translation>Weiblich</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Ki67 is a percentage from 0 to 100, or empty when unknown.</source>
        <translation>Ki67 ist ein Prozentwert von 0 bis 100, oder leer, wenn unbekannt.</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Ki67, percent</source>
        <translation>Ki67, Prozent</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Male</source>
        <translation>Männlich</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Mixed</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>New case, %1%2 of %3</source>
        <translation>Neuer Fall, %L1%L2 von %L3</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>New case, %1%2 of %3 · %4 breast</source>
        <translation>Neuer Fall, %L1%L2 von %L3 · Brust %L4</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Positive</source>
        <translation>Positiv</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Save case</source>
        <translation>Fall speichern</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Tap the breast that is operated on.</source>
        <translation>Tippen Sie auf die Brust, die operiert wird.</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>That birth date cannot be: check the year.</source>
        <translation>Dieses Geburtsdatum ist unmöglich: Prüfen Sie das Jahr.</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Time, HHMM</source>
        <translation>Uhrzeit, HHMM</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>What did the biopsy say?</source>
        <translation>Was ergab die Biopsie?</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>What is planned?</source>
        <translation>Was ist geplant?</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Which breast?</source>
        <translation>Welche Brust?</translation>
    </message>
    <message>
        <location filename="../../console/views/new_case.py"/>
        <source>Who is the patient?</source>
        <translation>Wer ist die Patientin?</translation>
    </message>
    <message>
        <location filename="../../console/views/no_store.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../console/views/no_store.py"/>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts verändert.</translation>
    </message>
    <message>
        <location filename="../../console/views/no_store.py"/>
        <source>The cases cannot be opened</source>
        <translation>Die Fälle lassen sich nicht öffnen</translation>
    </message>
    <message>
        <location filename="../../console/views/no_store.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../console/views/no_store.py"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>%1. Signed by %2.</source>
        <translation>%L1. Signiert von %2.</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>%1: what is there?</source>
        <translation>%L1: Was ist dort?</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>12 o'clock</source>
        <translation>12 Uhr</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>3 o'clock</source>
        <translation>3 Uhr</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>6 o'clock</source>
        <translation>6 Uhr</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>9 o'clock</source>
        <translation>9 Uhr</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Another mark</source>
        <translation>Andere Marke</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>As it was signed.</source>
        <translation>Wie signiert.</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Back to specimen</source>
        <translation>Zurück zum Resektat</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>By which mark is it %1?</source>
        <translation>Woran ist %L1 zu erkennen?</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Changing: %1</source>
        <translation>Änderung: %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Clear marks</source>
        <translation>Marken löschen</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Confirmed by %1.</source>
        <translation>Bestätigt von %1.</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Facing up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Hold to confirm</source>
        <translation>Zum Bestätigen halten</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Not confirmed yet: a second person switches user and confirms.</source>
        <translation>Noch nicht bestätigt: Eine zweite Person meldet sich an und bestätigt.</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Specimen %1 of the %2 breast, as it lies before you</source>
        <translation>Resektat %L1 (Brust %L2), wie es vor Ihnen liegt</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Tap a side, then its mark.</source>
        <translation>Tippen Sie auf eine Seite, dann auf ihre Marke.</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>The faces were renamed. </source>
        <translation>Die Flächen wurden umbenannt. </translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>The faces were renamed. %1</source>
        <translation>Die Flächen wurden umbenannt. %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>The side of the breast is known: a mirror image is noticed.</source>
        <translation>Die Seite der Brust ist bekannt: Ein Spiegelbild fällt auf.</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Two marks fix all six faces. Look at the specimen: does each one agree?</source>
        <translation>Zwei Marken legen alle sechs Flächen fest. Sehen Sie das Resektat an: Stimmt jede?</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Underneath</source>
        <translation>Unterseite</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Which face is it?</source>
        <translation>Welche Fläche ist es?</translation>
    </message>
    <message>
        <location filename="../../console/views/orientation.py"/>
        <source>Why is the orientation changed?</source>
        <translation>Warum wird die Orientierung geändert?</translation>
    </message>
    <message>
        <location filename="../../console/views/petct.py"/>
        <source>CT only</source>
        <translation>Nur CT</translation>
    </message>
    <message>
        <location filename="../../console/views/petct.py"/>
        <source>Specimen orientation not recorded: record its marks under Specimen, Orientation, then analyse again.</source>
        <translation>Die Orientierung des Resektats ist nicht erfasst: Tragen Sie seine Marken unter Resektat, Orientierung ein, dann erneut auswerten.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct.py"/>
        <source>This scan is still arriving. Look again in a few seconds.</source>
        <translation>Dieser Scan kommt noch an. Sehen Sie in einigen Sekunden wieder nach.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct.py"/>
        <source>Uptake</source>
        <translation>PET</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source> · narrowest place</source>
        <translation> · engste Stelle</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source> · tumour touches the specimen contour (≤ 0.1 mm)</source>
        <translation> · Tumor berührt die Resektatkontur (≤ 0,1 mm)</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>%1 Margin %2</source>
        <translation>%L1 Schnittrand %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>%1 mm %2 by our ruler</source>
        <translation>%L1 mm %L2 nach unserer Messung</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>%1 of %2 models: positive</source>
        <translation>%L1 von %L2 Modellen: positiv</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>%1The screen can be left meanwhile.</source>
        <translation>%L1Der Bildschirm kann inzwischen verlassen werden.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>? Cannot be judged</source>
        <translation>? Nicht beurteilbar</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>Analyse and compare</source>
        <translation>Auswerten und vergleichen</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>Analysing, %1</source>
        <translation>Auswertung, %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>Analysis cancelled.</source>
        <translation>Auswertung abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>Edited by %1. </source>
        <translation>Bearbeitet von %1. </translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>ILC · DCIS</source>
        <translation>ILC · DCIS</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>Limits and warnings</source>
        <translation>Grenzen und Warnungen</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>Margin (mm) by threshold of the tumour's outline</source>
        <translation>Schnittrand (mm) je Schwelle der Tumorkontur</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>Model agreement</source>
        <translation>Übereinstimmung der Modelle</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>Multifocal</source>
        <translation>Multifokal</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>No SUV: %1</source>
        <translation>Kein SUV: %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>No curve: the threshold method has none.</source>
        <translation>Keine Kurve: Das Schwellenwertverfahren hat keine.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>Nothing to warn of.</source>
        <translation>Keine Warnungen.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>SUV max %1 g/ml</source>
        <translation>SUV max %L1 g/ml</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>Scanner's own outline (dashed), %1: %2; %3.</source>
        <translation>Kontur des Scanners (gestrichelt), %L1: %L2; %L3.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>The central 90 % of the members' own margins: %1 to %2 mm.</source>
        <translation>Die mittleren 90 % der Schnittränder der Modelle: %L1 bis %L2 mm.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>Threshold: no models</source>
        <translation>Schwellenwert: keine Modelle</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>Trained on simulated specimens</source>
        <translation>An simulierten Resektaten trainiert</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>You read blind: the models' answer is shown once your call is saved.</source>
        <translation>Sie lesen verblindet: Die Antwort der Modelle erscheint, wenn Ihr Urteil gespeichert ist.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>about %1 s left. </source>
        <translation>noch etwa %L1 s. </translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>outside of the specimen</source>
        <translation>außerhalb des Resektats</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>states %1 mm</source>
        <translation>nennt %L1 mm</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>states no margin</source>
        <translation>nennt keinen Schnittrand</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_cards.py"/>
        <source>– No contact by threshold: clears nothing</source>
        <translation>– Kein Kontakt nach Schwellenwert: gibt nichts frei</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_hand.py"/>
        <source>SIMULATED. Outline edited by hand. Research use only.</source>
        <translation>SIMULIERT. Kontur von Hand bearbeitet. Nur für Forschungszwecke.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_layout.py"/>
        <source> · still arriving</source>
        <translation> · kommt noch an</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_layout.py"/>
        <source>%1 · %2%3 files, %4 MB%5</source>
        <translation>%L1 · %L2%L3 Dateien, %L4 MB%L5</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_layout.py"/>
        <source>%1Scans come from %2, from a USB stick, from a scanner that sends, or dropped on this window.</source>
        <translation>%L1Scans kommen aus %2, von einem USB-Stick, von einem Scanner, der sendet, oder werden auf dieses Fenster gezogen.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_layout.py"/>
        <source>Correct</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_layout.py"/>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_layout.py"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_layout.py"/>
        <source>No scan was found. </source>
        <translation>Kein Scan wurde gefunden. </translation>
    </message>
    <message>
        <location filename="../../console/views/petct_layout.py"/>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_layout.py"/>
        <source>Sign</source>
        <translation>Sig-
nieren</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_layout.py"/>
        <source>Take a PET-CT into this case</source>
        <translation>Eine PET-CT in diesen Fall übernehmen</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_layout.py"/>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source> %1 saved so far; hidden until yours is.</source>
        <translation> Bisher %L1 gespeichert; verborgen, bis Ihres vorliegt.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Drop changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Finger on a picture</source>
        <translation>Finger auf einem Bild</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>How sure</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Majority of %1 blind: %2 (%3 positive).</source>
        <translation>Mehrheit von %L1 verblindet: %L2 (%L3 positiv).</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Margin of the corrected outline</source>
        <translation>Schnittrand der korrigierten Kontur</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Nearest face</source>
        <translation>Nächste Fläche</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>No blind call yet.</source>
        <translation>Noch kein verblindetes Urteil.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Nobody has called yet. The answer was seen: a call is not blind.</source>
        <translation>Noch hat niemand geurteilt. Die Antwort wurde gesehen: Ein Urteil ist nicht mehr verblindet.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Radius, mm</source>
        <translation>Radius, mm</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Read blind</source>
        <translation>Verblindet lesen</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Read blind before the answer is shown.%1</source>
        <translation>Lesen Sie verblindet, bevor die Antwort gezeigt wird.%L1</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Save call</source>
        <translation>Urteil speichern</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Turn pages</source>
        <translation>Blättern</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>You read blind.%1</source>
        <translation>Sie lesen verblindet.%L1</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>Your call</source>
        <translation>Ihr Urteil</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>negative%1, %2 confidence</source>
        <translation>negativ%L1, Sicherheit %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>negative%1, %2 confidence, not blind</source>
        <translation>negativ%L1, Sicherheit %L2, nicht verblindet</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>positive%1, %2 confidence</source>
        <translation>positiv%L1, Sicherheit %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>positive%1, %2 confidence, not blind</source>
        <translation>positiv%L1, Sicherheit %L2, nicht verblindet</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_pages.py"/>
        <source>split evenly</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_screen.py"/>
        <source>%1 %2 voxels changed; what the models drew is kept beside it.</source>
        <translation>%L1 %L2 Voxel geändert; was die Modelle gezeichnet haben, bleibt daneben erhalten.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_screen.py"/>
        <source>Headers first, then every picture.</source>
        <translation>Zuerst die Kopfdaten, dann jedes Bild.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_screen.py"/>
        <source>Import a scan: from the folder, a USB stick, a scanner that sends, or dropped here.</source>
        <translation>Einen Scan importieren: aus dem Ordner, von einem USB-Stick, von einem sendenden Scanner oder hierher gezogen.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_screen.py"/>
        <source>No answer yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_screen.py"/>
        <source>Reading blind</source>
        <translation>Verblindete Befundung</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_screen.py"/>
        <source>Reading the scan</source>
        <translation>Scan wird gelesen</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_screen.py"/>
        <source>Spread between models</source>
        <translation>Streuung der Modelle</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_screen.py"/>
        <source>The scan is here. Choose how it is analysed.</source>
        <translation>Der Scan ist da. Wählen Sie, wie er ausgewertet wird.</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_showing.py"/>
        <source>%1%2 mm %3</source>
        <translation>%L1%L2 mm %L3</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_showing.py"/>
        <source>%1%2 of %3</source>
        <translation>%L1%L2 von %L3</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_showing.py"/>
        <source>Not signed yet (%1 s).</source>
        <translation>Noch nicht signiert (%L1 s).</translation>
    </message>
    <message>
        <location filename="../../console/views/petct_showing.py"/>
        <source>the scan does not say enough</source>
        <translation>der Scan sagt nicht genug</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source> at %1 o’clock</source>
        <translation> bei %L1 Uhr</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source> · signed %1</source>
        <translation> · signiert %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>%1 frames · %2</source>
        <translation>%L1 Bilder · %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>%1 min since ICG</source>
        <translation>%L1 min seit ICG</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>%1 region</source>
        <translation>%L1 Region</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>%1 regions</source>
        <translation>%L1 Regionen</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>%1 · %2 of %3 frames</source>
        <translation>%L1 · %L2 von %L3 Bildern</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>%1 · live</source>
        <translation>%L1 · live</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>%1%2 · %3 of %4 frames registered</source>
        <translation>%L1%L2 · %L3 von %L4 Bildern registriert</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>%1%2, %3 mm²</source>
        <translation>%L1%L2, %L3 mm²</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>%1, %2 mm²</source>
        <translation>%L1, %L2 mm²</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Before the resection</source>
        <translation>Vor der Resektion</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Check</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Contrast %1 over background · CNR %2 · seen in %3 of %4</source>
        <translation>Kontrast %L1 über Untergrund · CNR %L2 · in %L3 von %L4 gesehen</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Drag across the %1 to lay its outline</source>
        <translation>Über %L1 ziehen, um die Kontur zu legen</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Hold still: %1 of %2</source>
        <translation>Ruhig halten: %L1 von %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Hold the camera still</source>
        <translation>Kamera ruhig halten</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>ICG not logged</source>
        <translation>ICG nicht erfasst</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>It may alarm, not clear: nothing seen is not nothing there.</source>
        <translation>Kann warnen, nicht freigeben: Nichts gesehen heißt nicht, dass nichts da ist.</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Judged in %1 s · motion %2 mm%3</source>
        <translation>Beurteilt in %L1 s · Bewegung %L2 mm%L3</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Judging…</source>
        <translation>Wird beurteilt …</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>No signal seen</source>
        <translation>Kein Signal gesehen</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Not compared: another %1. Set the camera as it was, then repeat the check.</source>
        <translation>Nicht verglichen: anders ist %L1. Stellen Sie die Kamera wie zuvor ein, dann die Kontrolle wiederholen.</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Not compared: one of the pictures is mirrored against the other.</source>
        <translation>Nicht verglichen: Eines der Bilder ist gegen das andere gespiegelt.</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Not compared: the camera was calibrated again in between.</source>
        <translation>Nicht verglichen: Die Kamera wurde dazwischen neu kalibriert.</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Repeat check</source>
        <translation>Kontrolle wiederholen</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>Ten frames, about a second</source>
        <translation>Zehn Bilder, etwa eine Sekunde</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>The picture is %1 s old. %2</source>
        <translation>Das Bild ist %L1 s alt. %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/residual.py"/>
        <source>There is no picture from before: «Lesion found» on the live screen takes one.</source>
        <translation>Es gibt kein Bild von vorher: «Herd gefunden» auf dem Livebild nimmt eines auf.</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>%1 check</source>
        <translation>Kontrolle: %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>%1 not known%2</source>
        <translation>%L1 nicht bekannt%L2</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>? Cannot judge</source>
        <translation>? Nicht beurteilbar</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>Camera differs from the reference</source>
        <translation>Kamera weicht von der Referenz ab</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>Camera state</source>
        <translation>Kamerazustand</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>Camera state matches the reference</source>
        <translation>Kamera entspricht der Referenz</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>Differs: %1</source>
        <translation>Abweichend: %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>Exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>False alarms %1 in 10 000 frames, on simulated tissue</source>
        <translation>Fehlalarme %L1 in 10 000 Bildern, an simuliertem Gewebe</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>Hold the camera still above it, then tap Check.</source>
        <translation>Kamera ruhig darüber halten, dann «Kontrolle».</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>No picture yet</source>
        <translation>Noch kein Bild</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>No reference to compare with</source>
        <translation>Keine Referenz zum Vergleich</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>Nothing was judged. %1</source>
        <translation>Es wurde nichts beurteilt. %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>Signal %1
Light from deeper than a few mm does not come through
%2</source>
        <translation>Signal %L1
Licht aus mehr als einigen mm Tiefe dringt nicht durch
%L2</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>Ten frames, registered. The limit is measured on them and stands here.</source>
        <translation>Zehn Bilder, registriert. Die Grenze wird an ihnen gemessen und steht hier.</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>What this check can see</source>
        <translation>Was diese Kontrolle sehen kann</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>≥ %1 × background if 5 mm wide, ≥ %2 × if 2.8 mm</source>
        <translation>≥ %L1 × Untergrund bei 5 mm Breite, ≥ %L2 × bei 2,8 mm</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>◆ Residual signal</source>
        <translation>◆ Restsignal</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>○ None above the stated limit</source>
        <translation>○ Keines über der genannten Grenze</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_cards.py"/>
        <source>◐ Faint, look</source>
        <translation>◐ Schwach, nachsehen</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_layout.py"/>
        <source>Before / after</source>
        <translation>Vorher / nachher</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_layout.py"/>
        <source>Outline</source>
        <translation>Kontur</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_picture.py"/>
        <source>%1 o’clock</source>
        <translation>%L1 Uhr</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_picture.py"/>
        <source>There is neither white light nor a frame of the room's light to see the specimen by. Drag an outline.</source>
        <translation>Weder Weißlicht noch ein Bild des Raumlichts zeigt das Resektat. Ziehen Sie eine Kontur.</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_picture.py"/>
        <source>Top of the picture = %1</source>
        <translation>Bildoberkante = %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/residual_picture.py"/>
        <source>Without a calibration no outline is found. Drag one.</source>
        <translation>Ohne Kalibrierung wird keine Kontur gefunden. Ziehen Sie eine.</translation>
    </message>
    <message>
        <location filename="../../console/views/results.py"/>
        <source>%1 %2 · %3 by %4</source>
        <translation>%L1 %L2 · %L3 von %4</translation>
    </message>
    <message>
        <location filename="../../console/views/results.py"/>
        <source>%1 logged, the last on day %2</source>
        <translation>%L1 erfasst, der letzte an Tag %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/results.py"/>
        <source>%1 shave</source>
        <translation>Nachresektion %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/results.py"/>
        <source>Follow-up visits</source>
        <translation>Nachsorgetermine</translation>
    </message>
    <message>
        <location filename="../../console/views/results.py"/>
        <source>None logged</source>
        <translation>Keiner erfasst</translation>
    </message>
    <message>
        <location filename="../../console/views/results.py"/>
        <source>Which order does this case follow?</source>
        <translation>Welcher Reihenfolge folgt dieser Fall?</translation>
    </message>
    <message>
        <location filename="../../console/views/results.py"/>
        <source>Why is the %1 left out?</source>
        <translation>Warum wird %L1 ausgelassen?</translation>
    </message>
    <message>
        <location filename="../../console/views/results.py"/>
        <source>begun, not signed</source>
        <translation>begonnen, nicht signiert</translation>
    </message>
    <message>
        <location filename="../../console/views/results.py"/>
        <source>cavity shave</source>
        <translation>Nachresektion der Wundhöhle</translation>
    </message>
    <message>
        <location filename="../../console/views/results.py"/>
        <source>not logged</source>
        <translation>nicht erfasst</translation>
    </message>
    <message>
        <location filename="../../console/views/results_draft.py"/>
        <source>%1 finding</source>
        <translation>Befund %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/results_form.py"/>
        <source>%1. %2 A later change is a correction with its reason.</source>
        <translation>%L1. %L2 Eine spätere Änderung ist eine Korrektur mit ihrem Grund.</translation>
    </message>
    <message>
        <location filename="../../console/views/results_form.py"/>
        <source>As told.</source>
        <translation>Wie mitgeteilt.</translation>
    </message>
    <message>
        <location filename="../../console/views/results_form.py"/>
        <source>Correcting: %1. %2</source>
        <translation>Korrektur: %L1. %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/results_form.py"/>
        <source>Correction: %1.</source>
        <translation>Korrektur: %L1.</translation>
    </message>
    <message>
        <location filename="../../console/views/results_form.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../console/views/results_form.py"/>
        <source>Rest negative</source>
        <translation>Rest negativ</translation>
    </message>
    <message>
        <location filename="../../console/views/results_pathway.py"/>
        <source>Order of evidence</source>
        <translation>Befundfolge</translation>
    </message>
    <message>
        <location filename="../../console/views/results_pathway.py"/>
        <source>Order …</source>
        <translation>Reihenfolge …</translation>
    </message>
    <message>
        <location filename="../../console/views/results_pathway.py"/>
        <source>Skip …</source>
        <translation>Auslassen …</translation>
    </message>
    <message>
        <location filename="../../console/views/results_pathway.py"/>
        <source>Take up again</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph.py"/>
        <source>%1 %2 ± %3 mm</source>
        <translation>%L1 %L2 ± %L3 mm</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph.py"/>
        <source>%1. A later change is a correction with its reason.</source>
        <translation>%L1. Eine spätere Änderung ist eine Korrektur mit ihrem Grund.</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph.py"/>
        <source>%1. Not to be seen from here: %2.</source>
        <translation>%L1. Von hier nicht zu sehen: %L2.</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph.py"/>
        <source>%1: no scale</source>
        <translation>%L1: kein Maßstab</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph.py"/>
        <source>Drag both ends</source>
        <translation>Beide Enden ziehen</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph.py"/>
        <source>Known length</source>
        <translation>Bekannte Länge</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph.py"/>
        <source>No scale yet: tap Scale, lay the ruler on a known length, tap Set scale.</source>
        <translation>Noch kein Maßstab: Tippen Sie auf Maßstab, legen Sie das Lineal an eine bekannte Länge, dann «Maßstab setzen».</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph.py"/>
        <source>Specimen radiograph, %1</source>
        <translation>Präparatradiographie, %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph_panels.py"/>
        <source>%1 · %2 kB</source>
        <translation>%1 · %L2 kB</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph_panels.py"/>
        <source>Keep scale</source>
        <translation>Maßstab behalten</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph_panels.py"/>
        <source>Longer</source>
        <translation>Länger</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph_panels.py"/>
        <source>Pictures are taken from %1: DICOM (MG, DX, CR, SC), PNG or JPEG.</source>
        <translation>Bilder kommen aus %1: DICOM (MG, DX, CR, SC), PNG oder JPEG.</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph_panels.py"/>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph_panels.py"/>
        <source>Set scale</source>
        <translation>Maßstab setzen</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph_panels.py"/>
        <source>Shorter</source>
        <translation>Kürzer</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph_panels.py"/>
        <source>Take a picture into this case</source>
        <translation>Ein Bild in diesen Fall übernehmen</translation>
    </message>
    <message>
        <location filename="../../console/views/results_radiograph_panels.py"/>
        <source>View %1</source>
        <translation>Ansicht %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/results_signing.py"/>
        <source>Heard wrong</source>
        <translation>Verhört</translation>
    </message>
    <message>
        <location filename="../../console/views/results_signing.py"/>
        <source>Sides mixed up</source>
        <translation>Seiten vertauscht</translation>
    </message>
    <message>
        <location filename="../../console/views/results_signing.py"/>
        <source>The laboratory corrected it</source>
        <translation>Das Labor hat korrigiert</translation>
    </message>
    <message>
        <location filename="../../console/views/results_signing.py"/>
        <source>Wrong specimen</source>
        <translation>Falsches Präparat</translation>
    </message>
    <message>
        <location filename="../../console/views/results_tiles.py"/>
        <source>%1 sent</source>
        <translation>%L1 eingesandt</translation>
    </message>
    <message>
        <location filename="../../console/views/results_tiles.py"/>
        <source>Sent</source>
        <translation>Eingesandt</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>Camera, VNA, scanner and PACS are not touched. Numbers can still be entered by hand.</source>
        <translation>Kamera, VNA, Scanner und PACS bleiben unberührt. Zahlen lassen sich weiter von Hand eingeben.</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>Cases can be found, opened and read, and reports can be looked at.</source>
        <translation>Fälle lassen sich finden, öffnen und lesen, Berichte ansehen.</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>Everything that was shown as saved is in the store. Nothing was lost.</source>
        <translation>Alles, was als gespeichert angezeigt war, ist im Speicher. Nichts ging verloren.</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>Hold to start normally</source>
        <translation>Halten für normalen Start</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>How to leave it</source>
        <translation>Wie Sie ihn verlassen</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>Read cases</source>
        <translation>Fälle lesen</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>Rimlight ended unexpectedly three times in five minutes, so it has started with as little as possible.</source>
        <translation>Rimlight wurde in fünf Minuten dreimal unerwartet beendet und ist daher mit so wenig wie möglich gestartet.</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>Safe mode</source>
        <translation>Abgesicherter Modus</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>Safe mode: cases can be read, devices are off.</source>
        <translation>Abgesicherter Modus: Fälle sind lesbar, Geräte sind aus.</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>Unplug the device that was in use last, then hold the button. If it comes back to this, go on without that device; the log says why.</source>
        <translation>Trennen Sie das zuletzt benutzte Gerät, dann halten Sie die Taste. Kommt es wieder hierher, arbeiten Sie ohne dieses Gerät weiter; das Protokoll nennt den Grund.</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>What is off</source>
        <translation>Was aus ist</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>What is safe</source>
        <translation>Was sicher ist</translation>
    </message>
    <message>
        <location filename="../../console/views/safe_mode.py"/>
        <source>What works</source>
        <translation>Was geht</translation>
    </message>
    <message>
        <location filename="../../console/views/settings.py"/>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <location filename="../../console/views/settings.py"/>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <location filename="../../console/views/settings.py"/>
        <source>Hospital</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <location filename="../../console/views/settings.py"/>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <location filename="../../console/views/settings.py"/>
        <source>Rule sets</source>
        <translation>Regelwerke</translation>
    </message>
    <message>
        <location filename="../../console/views/settings.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../console/views/settings.py"/>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_console.py"/>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_console.py"/>
        <source>Cases follow this order of evidence</source>
        <translation>Fälle folgen dieser Reihenfolge der Befunde</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_console.py"/>
        <source>Language, from the next start on</source>
        <translation>Sprache, ab dem nächsten Start</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_console.py"/>
        <source>New cases start with</source>
        <translation>Neue Fälle beginnen mit</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_console.py"/>
        <source>Research use only. Not for diagnosis, and not a medical device.</source>
        <translation>Nur für Forschungszwecke. Nicht zur Diagnose und kein Medizinprodukt.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_console.py"/>
        <source>Rimlight %1</source>
        <translation>Rimlight %1</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_console.py"/>
        <source>Rimlight is free software under the GNU General Public License, version 3 or later; it comes without any warranty. Fonts: Inter, under the SIL Open Font License 1.1. Built on Qt and PyQt5, SQLCipher, NumPy, OpenCV, pydicom and pynetdicom, each under its own licence.</source>
        <translation>Rimlight ist freie Software unter der GNU General Public License, Version 3 oder später, und kommt ohne jede Gewähr. Schriften: Inter, unter der SIL Open Font License 1.1. Aufgebaut auf Qt und PyQt5, SQLCipher, NumPy, OpenCV, pydicom und pynetdicom, jedes unter seiner eigenen Lizenz.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_console.py"/>
        <source>The screen locks when nobody has touched it for</source>
        <translation>Der Bildschirm sperrt sich, wenn ihn niemand berührt, nach</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_console.py"/>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_devices.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_devices.py"/>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_devices.py"/>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_devices.py"/>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_devices.py"/>
        <source>uvc:0, video:PATH, visa:TCPIP::HOST::5001::SOCKET, dmd:tcp://HOST:PORT, projector:screen:1, dicom:TITLE@HOST:PORT, sim:camera, sim:vna, sim:projector. The console works whatever is absent.</source>
        <translation>uvc:0, video:PFAD, visa:TCPIP::HOST::5001::SOCKET, dmd:tcp://HOST:PORT, projector:screen:1, dicom:TITEL@HOST:PORT, sim:camera, sim:vna, sim:projector. Die Konsole arbeitet, was auch fehlt.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>%1 refused: %2</source>
        <translation>%L1 abgelehnt: %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>%1 waiting to be sent.</source>
        <translation>%L1 warten auf den Versand.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>Archive by DICOMweb</source>
        <translation>Archiv über DICOMweb</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>Folder of certificates, for dicoms:</source>
        <translation>Zertifikatsordner, für dicoms:</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>Listen for scanners</source>
        <translation>Auf Scanner warten</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>Navigation (OpenIGTLink)</source>
        <translation>Navigation (OpenIGTLink)</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>Nothing waits to be sent.</source>
        <translation>Nichts wartet auf den Versand.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>Performed steps</source>
        <translation>Durchgeführte Schritte</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>Scanners cannot call: %1</source>
        <translation>Scanner können sich nicht verbinden: %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>This console's title</source>
        <translation>Titel dieser Konsole</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>To the hospital</source>
        <translation>An die Klinik</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>Who may call</source>
        <translation>Wer sich verbinden darf</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>Worklist</source>
        <translation>Arbeitsliste</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_hospital.py"/>
        <source>off; 18944 or 18944@10.0.0.7</source>
        <translation>aus; 18944 oder 18944@10.0.0.7</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source> · switched off</source>
        <translation> · ausgeschaltet</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source>A new PIN, 4 to 12 digits</source>
        <translation>Eine neue PIN, 4 bis 12 Ziffern</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source>Change my PIN</source>
        <translation>Meine PIN ändern</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source>Done.</source>
        <translation>Erledigt.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source>Hold to switch off</source>
        <translation>Halten: ausschalten</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source>Hold to switch on</source>
        <translation>Halten: einschalten</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source>More names</source>
        <translation>Mehr Namen</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source>Name, as it shall stand on records</source>
        <translation>Name, wie er in der Akte stehen soll</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source>Nobody can read a PIN back. Whoever forgets one is added anew by an administrator.</source>
        <translation>Niemand kann eine PIN zurücklesen. Wer sie vergisst, wird von der Administration neu angelegt.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source>The two were not the same. Enter them again.</source>
        <translation>Die beiden waren nicht gleich. Geben Sie sie erneut ein.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_people.py"/>
        <source>Your PIN until now</source>
        <translation>Ihre bisherige PIN</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_scanner.py"/>
        <source>A face takes %1, a quarter of its patterns %2; the reference %3 (%4).</source>
        <translation>Eine Fläche dauert %L1, ein Viertel ihrer Muster %L2; die Referenz %L3 (%L4).</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_scanner.py"/>
        <source>Another number of pixels or frequencies needs a new reference scan.</source>
        <translation>Eine andere Zahl von Pixeln oder Frequenzen braucht einen neuen Referenzscan.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_scanner.py"/>
        <source>Carriers wander, undone in the map, µm</source>
        <translation>Trägerdiffusion, in der Karte korrigiert, µm</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_scanner.py"/>
        <source>Frequencies, 11 to 20 GHz</source>
        <translation>Frequenzen, 11 bis 20 GHz</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_scanner.py"/>
        <source>Pixels a side of a 100 mm field</source>
        <translation>Pixel je Seite eines Felds von 100 mm</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_scanner.py"/>
        <source>Reference scans that are averaged</source>
        <translation>Gemittelte Referenzscans</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_scanner.py"/>
        <source>Wait after each mask, in lifetimes of the carriers</source>
        <translation>Wartezeit nach jeder Maske, in Trägerlebensdauern</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_scanner.py"/>
        <source>as in the study, until this scanner's own pace was measured</source>
        <translation>wie in der Studie, bis das Tempo dieses Scanners gemessen ist</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_scanner.py"/>
        <source>as measured in this scanner's last scan</source>
        <translation>gemessen am letzten Scan dieses Scanners</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Audit chain</source>
        <translation>Protokollkette</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Backing up …</source>
        <translation>Wird gesichert …</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Checked at start, and by «Verify everything».</source>
        <translation>Geprüft beim Start und mit «Alles prüfen».</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Enough for the next weeks.</source>
        <translation>Genug für die nächsten Wochen.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Free space</source>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Intact</source>
        <translation>Unversehrt</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Last backup</source>
        <translation>Letzte Sicherung</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Little is left: free some space today.</source>
        <translation>Wenig Platz: Schaffen Sie heute welchen.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>One is made every %1 minutes of work.</source>
        <translation>Alle %L1 Arbeitsminuten wird eine gemacht.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>The store is open for reading only.</source>
        <translation>Der Speicher ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Verify everything</source>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <location filename="../../console/views/settings_store.py"/>
        <source>Verifying the audit chain and every file …</source>
        <translation>Protokollkette und jede Datei werden geprüft …</translation>
    </message>
    <message>
        <location filename="../../console/views/shell.py"/>
        <source>New case</source>
        <translation>Neuer Fall</translation>
    </message>
    <message>
        <location filename="../../console/views/shell.py"/>
        <source>Who is it?</source>
        <translation>Wer ist da?</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>%1: your PIN</source>
        <translation>%1: Ihre PIN</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>Another emergency</source>
        <translation>Anderer Notfall</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>Emergency access: hold</source>
        <translation>Notfallzugang: halten</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>Every entry carries the name of the person who made it. Change hands in two taps: the name at the top, then yours.</source>
        <translation>Jeder Eintrag trägt den Namen der Person, die ihn gemacht hat. Wechsel in zwei Berührungen: der Name oben, dann Ihrer.</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>It opens cases for 15 minutes. The reason and all that is done stay in the audit trail.</source>
        <translation>Er öffnet Fälle für 15 Minuten. Grund und alle Schritte bleiben im Protokoll.</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>Locked out, patient on the table</source>
        <translation>Ausgesperrt, Patientin auf dem Tisch</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>Nobody with a PIN is here</source>
        <translation>Niemand mit einer PIN ist hier</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>PIN forgotten, patient on the table</source>
        <translation>PIN vergessen, Patientin auf dem Tisch</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>Tap your name, then enter your PIN.</source>
        <translation>Tippen Sie auf Ihren Namen, dann geben Sie Ihre PIN ein.</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>Who is here?</source>
        <translation>Wer ist hier?</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>Why is emergency access needed?</source>
        <translation>Warum ist der Notfallzugang nötig?</translation>
    </message>
    <message>
        <location filename="../../console/views/sign_in.py"/>
        <source>Your PIN</source>
        <translation>Ihre PIN</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen.py"/>
        <source>Correcting: %1. </source>
        <translation>Korrektur: %L1. </translation>
    </message>
    <message>
        <location filename="../../console/views/specimen.py"/>
        <source>Measured again</source>
        <translation>Neu gemessen</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen.py"/>
        <source>There is nothing left to take back.</source>
        <translation>Es gibt nichts mehr zurückzunehmen.</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen.py"/>
        <source>in %1</source>
        <translation>in %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen.py"/>
        <source>✓ saved</source>
        <translation>✓ gespeichert</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_adding.py"/>
        <source>Another specimen</source>
        <translation>Weiteres Resektat</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_adding.py"/>
        <source>Clip on the new margin</source>
        <translation>Clip am neuen Rand</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_adding.py"/>
        <source>How is the new margin marked?</source>
        <translation>Wie ist der neue Rand markiert?</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_adding.py"/>
        <source>Ink on the new margin</source>
        <translation>Tusche am neuen Rand</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_adding.py"/>
        <source>Not marked</source>
        <translation>Nicht markiert</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_adding.py"/>
        <source>Shave</source>
        <translation>Nachresektion</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_adding.py"/>
        <source>Suture on the new margin</source>
        <translation>Faden am neuen Rand</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_adding.py"/>
        <source>What is added?</source>
        <translation>Was kommt hinzu?</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_adding.py"/>
        <source>mark put right</source>
        <translation>Marke richtiggestellt</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_layout.py"/>
        <source>Depth, weight</source>
        <translation>Tiefe, Gewicht</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_layout.py"/>
        <source>Lengths</source>
        <translation>Längen</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_layout.py"/>
        <source>Moments</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_layout.py"/>
        <source>Orientation</source>
        <translation>Orientierung</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_panels.py"/>
        <source>As measured.</source>
        <translation>Wie gemessen.</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_panels.py"/>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_panels.py"/>
        <source>Undo last entry</source>
        <translation>Letzten Eintrag zurück</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_panels.py"/>
        <source>in mm</source>
        <translation>in mm</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source> · not oriented yet</source>
        <translation> · noch nicht orientiert</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source> · oriented by %1%2</source>
        <translation> · Orientierung: %L1%L2</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source>%1
mass %2</source>
        <translation>%L1
Herd %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source>, confirmed by %1</source>
        <translation>, bestätigt von %1</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source>, mass %1</source>
        <translation>, Herd %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source>Mass %1 is not finished: measure or undo it before signing.</source>
        <translation>Herd %L1 ist nicht fertig: Vor dem Signieren messen oder zurücknehmen.</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source>Oriented as from the other breast: this case is of the %1 breast. Enter the marks anew.</source>
        <translation>Orientiert wie von der anderen Brust; dieser Fall: Brust %L1. Geben Sie die Marken neu ein.</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source>Shave %1 · %2 face · new margin %3</source>
        <translation>Nachresektion %L1 · Fläche %L2 · neuer Rand %L3</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source>Some readings still name their faces as the earlier orientation did. Open Orientation to finish.</source>
        <translation>Einige Befunde nennen ihre Flächen noch nach der früheren Orientierung. Öffnen Sie Orientierung zum Abschließen.</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source>Specimen
%1</source>
        <translation>Resektat
%L1</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source>Specimen %1%2</source>
        <translation>Resektat %L1%L2</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source>Specimen %1%2 · not oriented yet</source>
        <translation>Resektat %L1%L2 · noch nicht orientiert</translation>
    </message>
    <message>
        <location filename="../../console/views/specimen_piece.py"/>
        <source>Specimen %1%2 · oriented by %3%4</source>
        <translation>Resektat %L1%L2 · Orientierung: %L3%L4</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source> · simulated</source>
        <translation> · simuliert</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>%1 GB free</source>
        <translation>%L1 GB frei</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>%1 case</source>
        <translation>%L1 Fall</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>%1 shown, more</source>
        <translation>%L1 gezeigt, weitere</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>%1 shown, more case</source>
        <translation>%L1 gezeigt, weitere</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>%1 shown, more cases</source>
        <translation>%L1 gezeigt, weitere</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>All dates</source>
        <translation>Alle Tage</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Audit chain damaged</source>
        <translation>Protokollkette beschädigt</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Audit chain intact ✓</source>
        <translation>Protokollkette unversehrt ✓</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Audit chain not checked yet</source>
        <translation>Protokollkette noch nicht geprüft</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Demo case</source>
        <translation>Demofall</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Last backup %1</source>
        <translation>Letzte Sicherung %L1</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Name, MRN or scan the wristband</source>
        <translation>Name, Nummer oder Armband scannen</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Newer</source>
        <translation>Neuere</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>No backup yet</source>
        <translation>Noch keine Sicherung</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>No case has this name or number. Check the spelling, or tap New case.</source>
        <translation>Kein Fall hat diesen Namen oder diese Nummer. Prüfen Sie die Schreibweise, oder tippen Sie auf Neuer Fall.</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>No case today. Tap All dates for the others, or New case.</source>
        <translation>Heute kein Fall. Tippen Sie auf Alle Tage oder auf Neuer Fall.</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>No case yet. Tap New case.</source>
        <translation>Noch kein Fall. Tippen Sie auf Neuer Fall.</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Older</source>
        <translation>Ältere</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>The role %1 does not see cases. Settings are at the foot.</source>
        <translation>Die Rolle %L1 sieht keine Fälle. Die Einstellungen sind unten.</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>To open a case</source>
        <translation>Einen Fall öffnen</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Today, %1 %2</source>
        <translation>Heute, %L1 %L2</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist.py"/>
        <source>Two identifiers: tap the row, then scan the wristband or enter the birth date.</source>
        <translation>Zwei Merkmale: Zeile antippen, dann Armband scannen oder Geburtsdatum eingeben.</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist_verdict.py"/>
        <source>%1 all clear</source>
        <translation>%L1 alle frei</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist_verdict.py"/>
        <source>%1 shaved — not assessed</source>
        <translation>%L1 nachreseziert — nicht beurteilt</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist_verdict.py"/>
        <source>cannot be judged</source>
        <translation>nicht beurteilbar</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist_verdict.py"/>
        <source>consider a shave</source>
        <translation>Nachresektion erwägen</translation>
    </message>
    <message>
        <location filename="../../console/views/worklist_verdict.py"/>
        <source>not fully assessed</source>
        <translation>nicht vollständig beurteilt</translation>
    </message>
    <message>
        <location filename="../../console/widgets/banner.py"/>
        <source>%1 min ago</source>
        <translation>vor %L1 min</translation>
    </message>
    <message>
        <location filename="../../console/widgets/banner.py"/>
        <source>%1 s ago</source>
        <translation>vor %L1 s</translation>
    </message>
    <message>
        <location filename="../../console/widgets/board_cells.py"/>
        <source>%1 day ago</source>
        <translation>vor %L1 Tag</translation>
    </message>
    <message>
        <location filename="../../console/widgets/board_cells.py"/>
        <source>%1 days ago</source>
        <translation>vor %L1 Tagen</translation>
    </message>
    <message>
        <location filename="../../console/widgets/board_cells.py"/>
        <source>%1 h %2 ago</source>
        <translation>vor %L1 h %L2</translation>
    </message>
    <message>
        <location filename="../../console/widgets/board_cells.py"/>
        <source>About %1</source>
        <translation>Über %L1</translation>
    </message>
    <message>
        <location filename="../../console/widgets/board_cells.py"/>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <location filename="../../console/widgets/bulk_page.py"/>
        <source>Anterior: skin reached</source>
        <translation>Ventral: Haut erreicht</translation>
    </message>
    <message>
        <location filename="../../console/widgets/bulk_page.py"/>
        <source>Change the mark</source>
        <translation>Marke ändern</translation>
    </message>
    <message>
        <location filename="../../console/widgets/bulk_page.py"/>
        <source>Eccentricity %1 mm %2; %3.</source>
        <translation>Exzentrizität %L1 mm %L2; %L3.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/bulk_page.py"/>
        <source>Eccentricity and resection ratio appear once the ten lengths are there (%1).</source>
        <translation>Exzentrizität und Resektionsverhältnis erscheinen, sobald die zehn Längen da sind (%L1).</translation>
    </message>
    <message>
        <location filename="../../console/widgets/bulk_page.py"/>
        <source>Full thickness taken? It changes how some rules count depth.</source>
        <translation>Volle Dicke entnommen? Das ändert, wie manche Regeln die Tiefe zählen.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/bulk_page.py"/>
        <source>Posterior: fascia reached</source>
        <translation>Dorsal: Faszie erreicht</translation>
    </message>
    <message>
        <location filename="../../console/widgets/bulk_page.py"/>
        <source>Resection ratio: needs the resected depth</source>
        <translation>Resektionsverhältnis: braucht die Resektionstiefe</translation>
    </message>
    <message>
        <location filename="../../console/widgets/bulk_page.py"/>
        <source>Taken from the %1 wall of the cavity. The new margin is its outer side. %2%3.</source>
        <translation>Entnommen von der Höhlenwand %L1. Der neue Schnittrand ist ihre Außenseite. %L2%L3.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/bulk_page.py"/>
        <source>Volume, plain product of three axes</source>
        <translation>Volumen, einfaches Produkt dreier Achsen</translation>
    </message>
    <message>
        <location filename="../../console/widgets/bulk_page.py"/>
        <source>not marked: pathology cannot tell it from the inner side</source>
        <translation>nicht markiert: Die Pathologie kann ihn nicht von der Innenseite unterscheiden</translation>
    </message>
    <message>
        <location filename="../../console/widgets/bulk_page.py"/>
        <source>over %1 margins (published median %2)</source>
        <translation>über %L1 Schnittränder (veröffentlichter Median %L2)</translation>
    </message>
    <message>
        <location filename="../../console/widgets/bulk_page.py"/>
        <source>relative %1 (%2)</source>
        <translation>relativ %L1 (%L2)</translation>
    </message>
    <message>
        <location filename="../../console/widgets/button_grid.py"/>
        <source>More (%1%2 of %3)</source>
        <translation>Mehr (%L1%L2 von %L3)</translation>
    </message>
    <message>
        <location filename="../../console/widgets/centralization_card.py"/>
        <source>Published medians: ICG group %1 cm, ultrasound %2 cm. Depth is not part of the figure.</source>
        <translation>Veröffentlichte Mediane: ICG-Gruppe %L1 cm, Ultraschall %L2 cm. Die Tiefe gehört nicht dazu.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/centralization_card.py"/>
        <source>and %1 more in the report</source>
        <translation>und %L1 weitere im Bericht</translation>
    </message>
    <message>
        <location filename="../../console/widgets/data_table.py"/>
        <source>Earlier rows</source>
        <translation>Vorige Zeilen</translation>
    </message>
    <message>
        <location filename="../../console/widgets/data_table.py"/>
        <source>Rows %1%2 to %3%4 of %5</source>
        <translation>Zeilen %L1%L2 bis %L3%L4 von %L5</translation>
    </message>
    <message>
        <location filename="../../console/widgets/evidence_board.py"/>
        <source>Narrowest evidence</source>
        <translation>Engster Befund</translation>
    </message>
    <message>
        <location filename="../../console/widgets/evidence_board.py"/>
        <source>Narrowest evidence, %1</source>
        <translation>Engster Befund, %L1</translation>
    </message>
    <message>
        <location filename="../../console/widgets/evidence_board.py"/>
        <source>Probability, %1</source>
        <translation>Wahrscheinlichkeit, %L1</translation>
    </message>
    <message>
        <location filename="../../console/widgets/evidence_board.py"/>
        <source>not used, tap for the reason</source>
        <translation>nicht verwendet, Grund antippen</translation>
    </message>
    <message>
        <location filename="../../console/widgets/face_diagram.py"/>
        <source>shave %1</source>
        <translation>Nachresektion %L1</translation>
    </message>
    <message>
        <location filename="../../console/widgets/face_diagram.py"/>
        <source>shaved, not assessed</source>
        <translation>nachreseziert, nicht beurteilt</translation>
    </message>
    <message>
        <location filename="../../console/widgets/help_sheet.py"/>
        <source>Behind this page is a finished check, not a live picture.</source>
        <translation>Hinter dieser Seite steht eine fertige Kontrolle, kein Livebild.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/help_sheet.py"/>
        <source>Tap anywhere to close</source>
        <translation>Zum Schließen irgendwo tippen</translation>
    </message>
    <message>
        <location filename="../../console/widgets/help_sheet.py"/>
        <source>The live picture goes on behind this page.</source>
        <translation>Das Livebild läuft hinter dieser Seite weiter.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/image_sketch.py"/>
        <source>sharp bright point: inspect</source>
        <translation>scharfer heller Punkt: ansehen</translation>
    </message>
    <message>
        <location filename="../../console/widgets/keyboard.py"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="../../console/widgets/mask_window.py"/>
        <source>Display 0 is the console's own. The masks need another one.</source>
        <translation>Bildschirm 0 gehört der Konsole. Die Masken brauchen einen anderen.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/mask_window.py"/>
        <source>The second display could not be opened. It is tried again by itself.</source>
        <translation>Der zweite Bildschirm ließ sich nicht öffnen. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/mask_window.py"/>
        <source>There is no display %1. Check its cable and its power.</source>
        <translation>Es gibt keinen Bildschirm %L1. Prüfen Sie Kabel und Strom.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/moment_parts.py"/>
        <source>, corrected: %1</source>
        <translation>, korrigiert: %L1</translation>
    </message>
    <message>
        <location filename="../../console/widgets/moment_parts.py"/>
        <source>, running</source>
        <translation>, läuft</translation>
    </message>
    <message>
        <location filename="../../console/widgets/moment_parts.py"/>
        <source>It never was: hold</source>
        <translation>War nie: halten</translation>
    </message>
    <message>
        <location filename="../../console/widgets/moment_parts.py"/>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <location filename="../../console/widgets/moment_parts.py"/>
        <source>Save the new time, because:</source>
        <translation>Neue Zeit speichern, weil:</translation>
    </message>
    <message>
        <location filename="../../console/widgets/pill.py"/>
        <source>%1 device%2</source>
        <translation>%L1 Gerät%L2</translation>
    </message>
    <message>
        <location filename="../../console/widgets/pill.py"/>
        <source>%1 devices%2</source>
        <translation>%L1 Geräte%L2</translation>
    </message>
    <message>
        <location filename="../../console/widgets/plots_boxes.py"/>
        <source>%1 · median %2 (%3 to %4) · n %5</source>
        <translation>%L1 · Median %L2 (%L3 bis %L4) · n %L5</translation>
    </message>
    <message>
        <location filename="../../console/widgets/plots_boxes.py"/>
        <source>No case has this number.</source>
        <translation>Kein Fall hat diese Nummer.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/plots_curves.py"/>
        <source>No group has cases enough for a funnel.</source>
        <translation>Keine Gruppe hat genug Fälle für einen Trichter.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/plots_curves.py"/>
        <source>There is nothing to draw.</source>
        <translation>Es gibt nichts zu zeichnen.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/plots_dots.py"/>
        <source>There is nothing to compare.</source>
        <translation>Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/plots_survival.py"/>
        <source>At risk</source>
        <translation>Unter Risiko</translation>
    </message>
    <message>
        <location filename="../../console/widgets/plots_survival.py"/>
        <source>Nobody was followed: there is no curve to draw.</source>
        <translation>Niemand wurde nachbeobachtet: Es gibt keine Kurve.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/room.py"/>
        <source>Sign in first.</source>
        <translation>Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/specimen_diagram.py"/>
        <source>Depth is not in this picture</source>
        <translation>Die Tiefe ist nicht in diesem Bild</translation>
    </message>
    <message>
        <location filename="../../console/widgets/specimen_diagram.py"/>
        <source>Depth: %1 mm</source>
        <translation>Tiefe: %L1 mm</translation>
    </message>
    <message>
        <location filename="../../console/widgets/specimen_diagram.py"/>
        <source>Lateral</source>
        <translation>Lateral</translation>
    </message>
    <message>
        <location filename="../../console/widgets/specimen_diagram.py"/>
        <source>Medial</source>
        <translation>Medial</translation>
    </message>
    <message>
        <location filename="../../console/widgets/specimen_diagram.py"/>
        <source>Shaved: %1</source>
        <translation>Nachresektion: %L1</translation>
    </message>
    <message>
        <location filename="../../console/widgets/specimen_tabs.py"/>
        <source>Add specimen, mass or shave</source>
        <translation>Resektat, Herd oder Nachresektion hinzufügen</translation>
    </message>
    <message>
        <location filename="../../console/widgets/specimen_view_3d.py"/>
        <source>The specimen has not been measured yet.</source>
        <translation>Das Resektat wurde noch nicht gemessen.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/timeline.py"/>
        <source>Simulated data</source>
        <translation>Simulierte Daten</translation>
    </message>
    <message>
        <location filename="../../console/widgets/top_bar.py"/>
        <source>%1 · Ki67 %2 %</source>
        <translation>%L1 · Ki67 %L2 %</translation>
    </message>
    <message>
        <location filename="../../console/widgets/top_bar.py"/>
        <source>%1, MRN %2, born %3, %4 breast.</source>
        <translation>%1, Pat.-Nr. %2, geboren %L3, Brust %L4.</translation>
    </message>
    <message>
        <location filename="../../console/widgets/top_bar.py"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../../console/widgets/top_bar.py"/>
        <source>MRN %1   %2 · %3 y</source>
        <translation>Pat.-Nr. %1   %L2 · %L3 J.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>Another instrument answers at this address now.</source>
        <translation>Unter dieser Adresse antwortet jetzt ein anderes Gerät.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>It announced an impossible amount of data.</source>
        <translation>Es hat eine unmögliche Datenmenge angekündigt.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>It answers what no analyser says.</source>
        <translation>Es antwortet nicht wie ein Analysator.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>It did not say that the sweep is complete.</source>
        <translation>Der Abschluss des Sweeps wurde nicht gemeldet.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>It hung up. Check its cable and its power; it is found again by itself.</source>
        <translation>Die Verbindung wurde vom Gerät beendet. Prüfen Sie Kabel und Stromversorgung; es wird von selbst wiedergefunden.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>It refused one of its settings. Its range may not cover what was asked.</source>
        <translation>Eine Einstellung wurde abgelehnt. Der Messbereich deckt sie vielleicht nicht ab.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>It sent something else than the data that were asked for.</source>
        <translation>Es hat etwas anderes als die verlangten Daten gesendet.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>It stopped answering, or answers what no analyser says.</source>
        <translation>Es antwortet nicht mehr oder nicht wie ein Analysator.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>It would measure at other frequencies than it was asked to.</source>
        <translation>Es würde mit anderen Frequenzen messen als verlangt.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>Its data did not end where it said they would.</source>
        <translation>Die Daten endeten nicht an der angekündigten Stelle.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>Nothing answers at its address. Check that it is switched on and on the network.</source>
        <translation>Unter dieser Adresse antwortet nichts. Prüfen Sie, ob das Gerät eingeschaltet und im Netz ist.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ist unterbrochen.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>The sweep that it sent is damaged.</source>
        <translation>Der gesendete Sweep ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../devices/analysers/visa.py"/>
        <source>What answers there does not introduce itself as an instrument.</source>
        <translation>Was dort antwortet, meldet sich nicht als Messgerät.</translation>
    </message>
    <message>
        <location filename="../../devices/camera.py"/>
        <source>ambient frames</source>
        <translation>Umgebungslichtbilder</translation>
    </message>
    <message>
        <location filename="../../devices/camera.py"/>
        <source>frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/able.py"/>
        <source>It runs by its own clock and knows no trigger.</source>
        <translation>Die Kamera läuft nach eigenem Takt und kennt keinen Trigger.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/able.py"/>
        <source>Its %1 cannot be set from here.</source>
        <translation>Von hier aus nicht einstellbar: %L1.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/able.py"/>
        <source>The exciting light cannot be switched from here.</source>
        <translation>Das Anregungslicht lässt sich von hier aus nicht schalten.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/aravis.py"/>
        <source>GigE camera</source>
        <translation>GigE-Kamera</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/aravis.py"/>
        <source>aravis is not installed. Install gir1.2-aravis-0.8 and python3-gi, or use pylon for a Basler camera.</source>
        <translation>aravis ist nicht installiert. Installieren Sie gir1.2-aravis-0.8 und python3-gi, oder verwenden Sie pylon für eine Basler-Kamera.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/child.py"/>
        <source>A frame came incomplete.</source>
        <translation>Ein Bild kam unvollständig an.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/child.py"/>
        <source>A frame came that is no picture.</source>
        <translation>Es kamen Daten an, die kein Bild sind.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/child.py"/>
        <source>It cannot be set to this %1.</source>
        <translation>Auf diesen Wert nicht einstellbar: %L1.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/child.py"/>
        <source>It does not answer when it is set up.</source>
        <translation>Die Kamera antwortet beim Einrichten nicht.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/child.py"/>
        <source>It sends its pixels in a way that is not known here.</source>
        <translation>Das gesendete Pixelformat ist hier nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/child.py"/>
        <source>Its driver does not start.</source>
        <translation>Der Treiber startet nicht.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/child.py"/>
        <source>No such camera answers. Plug it in; it is found by itself.</source>
        <translation>Keine solche Kamera antwortet. Schließen Sie sie an; sie wird von selbst gefunden.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/child.py"/>
        <source>The camera is unplugged. Plug it in again; it resumes by itself.</source>
        <translation>Die Kamera ist getrennt. Schließen Sie sie wieder an; es geht von selbst weiter.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/formats.py"/>
        <source>a pixel format that is not known</source>
        <translation>ein unbekanntes Pixelformat</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/opencv.py"/>
        <source>Camera %1</source>
        <translation>Kamera %1</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/opencv.py"/>
        <source>Network camera</source>
        <translation>Netzwerkkamera</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/opencv.py"/>
        <source>Nothing answers there. Check its cable and its address.</source>
        <translation>Dort antwortet nichts. Prüfen Sie Kabel und Adresse.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/opencv.py"/>
        <source>The file is not a video that can be read.</source>
        <translation>Die Datei ist kein lesbares Video.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/opencv.py"/>
        <source>The picture stopped.</source>
        <translation>Das Bild ist stehen geblieben.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/opencv.py"/>
        <source>There is no such camera. Plug it in; it is found by itself.</source>
        <translation>Diese Kamera ist nicht vorhanden. Schließen Sie sie an; sie wird von selbst gefunden.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/opencv.py"/>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/opencv.py"/>
        <source>Video file</source>
        <translation>Videodatei</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/pylon.py"/>
        <source>Basler camera</source>
        <translation>Basler-Kamera</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/pylon.py"/>
        <source>Basler's pylon is not installed. Install its Python package, pypylon.</source>
        <translation>Das Programm pylon von Basler ist nicht installiert. Installieren Sie das Python-Paket pypylon.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/recorded.py"/>
        <source>A frame of the recording is damaged.</source>
        <translation>Ein Bild der Aufnahme ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/recorded.py"/>
        <source>It plays by its own clock and knows no trigger.</source>
        <translation>Die Aufnahme läuft nach eigenem Takt und kennt keinen Trigger.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/recorded.py"/>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/recorded.py"/>
        <source>The file %1.</source>
        <translation>Die Datei %L1.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/recorded.py"/>
        <source>The file holds no frame.</source>
        <translation>Die Datei enthält kein Bild.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/stream.py"/>
        <source>%1 Unplug it and plug it in again; it resumes by itself.</source>
        <translation>%L1 Trennen Sie sie und schließen Sie sie wieder an; es geht von selbst weiter.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/stream.py"/>
        <source>It is not set to wait for a trigger from here.</source>
        <translation>Die Kamera ist nicht auf einen Trigger von hier eingestellt.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/stream.py"/>
        <source>It waits for its trigger.</source>
        <translation>Die Kamera wartet auf ihren Trigger.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/stream.py"/>
        <source>Its driver did not take one of the settings.</source>
        <translation>Der Treiber hat eine Einstellung nicht angenommen.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/stream.py"/>
        <source>No picture arrives.</source>
        <translation>Es kommt kein Bild an.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/stream.py"/>
        <source>The camera was closed.</source>
        <translation>Die Kamera wurde geschlossen.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/stream.py"/>
        <source>The camera's driver failed.</source>
        <translation>Der Treiber der Kamera ist ausgefallen.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/vigil.py"/>
        <source>A frame came twice.</source>
        <translation>Ein Bild kam zweimal.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/vigil.py"/>
        <source>Its pixels are neither 8 nor 16 bits deep.</source>
        <translation>Die Pixel sind weder 8 noch 16 Bit tief.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/vigil.py"/>
        <source>The picture stands still: it repeats itself.</source>
        <translation>Das Bild steht still: Es wiederholt sich.</translation>
    </message>
    <message>
        <location filename="../../devices/cameras/vigil.py"/>
        <source>The size of its picture changed. It has to be set up anew.</source>
        <translation>Die Bildgröße hat sich geändert. Die Kamera muss neu eingerichtet werden.</translation>
    </message>
    <message>
        <location filename="../../devices/igtlink/address.py"/>
        <source>navigation needs a port, such as 18944 for programs on this computer, or 18944@10.0.0.7 for others by their number.</source>
        <translation>die Navigation braucht einen Port, etwa 18944 für Programme auf diesem Rechner oder 18944@10.0.0.7 für andere über deren Nummer.</translation>
    </message>
    <message>
        <location filename="../../devices/igtlink/link.py"/>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <location filename="../../devices/igtlink/link.py"/>
        <source>Port %1 cannot be listened on: another program has it. Choose another in the settings.</source>
        <translation>Am Port %1 kann nicht empfangen werden: Ein anderes Programm belegt ihn. Wählen Sie in den Einstellungen einen anderen.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/address.py"/>
        <source>DICOMweb needs the form https://host:port/path, without a name or password in it.</source>
        <translation>DICOMweb verlangt die Form https://host:port/path, ohne Name und Passwort darin.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/address.py"/>
        <source>dicom: needs the form dicom:CALLED_AE@host:port, the title at most 16 characters; dicoms: is the same over TLS.</source>
        <translation>dicom: verlangt die Form dicom:CALLED_AE@host:port, den Titel mit höchstens 16 Zeichen; dicoms: ist dasselbe über TLS.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/address.py"/>
        <source>listening needs the form dicom:11112, or dicoms:2762 over TLS.</source>
        <translation>der Empfang verlangt die Form dicom:11112, oder dicoms:2762 über TLS.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/client.py"/>
        <source> Check the network and the address.</source>
        <translation> Prüfen Sie Netz und Adresse.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/client.py"/>
        <source> Check the network, the address and the certificates.</source>
        <translation> Prüfen Sie Netz, Adresse und Zertifikate.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/client.py"/>
        <source>It does not answer.%1</source>
        <translation>Keine Antwort.%L1</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/client.py"/>
        <source>It does not know this console. Have its title %1 entered there.</source>
        <translation>Diese Konsole ist dort nicht bekannt. Lassen Sie ihren Titel %1 dort eintragen.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/client.py"/>
        <source>It is there, but does not offer what is asked of it.</source>
        <translation>Das Archiv ist da, bietet aber das Verlangte nicht an.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/dicomweb.py"/>
        <source>%1: DICOMweb offers no storage commitment.</source>
        <translation>%1: DICOMweb bietet keine Speicherbestätigung (Storage Commitment).</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/dicomweb.py"/>
        <source>%1: It does not answer. Check the network, the address and the certificates.</source>
        <translation>%1: Keine Antwort. Prüfen Sie Netz, Adresse und Zertifikate.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/dicomweb.py"/>
        <source>%1: It is busy or full, status %2. It is tried again by itself.</source>
        <translation>%1: Ausgelastet oder voll, Status %2. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/dicomweb.py"/>
        <source>%1: It refused the object, status %2, reason %3.</source>
        <translation>%1: Das Objekt wurde abgelehnt, Status %2, Grund %3.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/dicomweb.py"/>
        <source>%1: It refused the object, status %2.</source>
        <translation>%1: Das Objekt wurde abgelehnt, Status %2.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/dicomweb.py"/>
        <source>%1: Its storage is full. It is tried again by itself.</source>
        <translation>%1: Der Speicher dort ist voll. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/dicomweb.py"/>
        <source>, reason %1</source>
        <translation>, Grund %1</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/echo.py"/>
        <source>It answered with status %1.</source>
        <translation>Die Antwort war Status %1.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/echo.py"/>
        <source>It hung up.</source>
        <translation>Die Verbindung wurde von der Gegenstelle beendet.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/echo.py"/>
        <source>It took the call, then fell silent.</source>
        <translation>Die Gegenstelle hat die Verbindung angenommen, dann aber geschwiegen.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/listener.py"/>
        <source>Listener</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/send.py"/>
        <source>%1: %2 Status %3.</source>
        <translation>%1: %L2 Status %3.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/send.py"/>
        <source>%1: It does not offer storage commitment.</source>
        <translation>%1: Bietet keine Speicherbestätigung (Storage Commitment).</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/send.py"/>
        <source>%1: It does not take this kind of object, or not in this encoding.</source>
        <translation>%1: Diese Art Objekt wird nicht oder nicht in dieser Kodierung angenommen.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/send.py"/>
        <source>%1: It hung up before it answered.</source>
        <translation>%1: Die Gegenstelle hat die Verbindung vor der Antwort beendet.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/send.py"/>
        <source>%1: It hung up.</source>
        <translation>%1: Die Verbindung wurde von der Gegenstelle beendet.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/send.py"/>
        <source>%1: It kept the object with a remark, status %2.</source>
        <translation>%1: Das Objekt wurde mit einer Anmerkung gespeichert, Status %2.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/send.py"/>
        <source>It does not allow this console to store.</source>
        <translation>Diese Konsole darf dort nicht speichern.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/send.py"/>
        <source>It does not take this kind of object.</source>
        <translation>Diese Art Objekt wird nicht angenommen.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/send.py"/>
        <source>This is no DICOM object that could be sent: its file or its identifiers are incomplete.</source>
        <translation>Dies ist kein sendbares DICOM-Objekt: Datei oder Kennungen sind unvollständig.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/tls.py"/>
        <source>No folder with certificates is set. Enter it in the settings.</source>
        <translation>Es ist kein Ordner mit Zertifikaten eingestellt. Tragen Sie ihn in den Einstellungen ein.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/tls.py"/>
        <source>The folder of certificates must hold %1, %2 and %3 that belong together, the key without a password.</source>
        <translation>Der Zertifikatsordner muss %1, %2 und %3 enthalten, die zusammengehören, den Schlüssel ohne Passwort.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/worklist.py"/>
        <source>The hospital's worklist answered with status %1.</source>
        <translation>Die Arbeitsliste der Klinik antwortete mit Status %1.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/worklist.py"/>
        <source>The hospital's worklist broke off. Nothing was taken from it.</source>
        <translation>Die Arbeitsliste der Klinik brach ab. Es wurde nichts daraus übernommen.</translation>
    </message>
    <message>
        <location filename="../../devices/pacs/worklist.py"/>
        <source>The hospital's worklist has more than %1 lines for this day. Name the station in the settings.</source>
        <translation>Die Arbeitsliste der Klinik hat für diesen Tag mehr als %L1 Zeilen. Geben Sie in den Einstellungen die Station an.</translation>
    </message>
    <message>
        <location filename="../../devices/projectors/dmd.py"/>
        <source>Another controller answers at this address now.</source>
        <translation>Unter dieser Adresse antwortet jetzt eine andere Steuerung.</translation>
    </message>
    <message>
        <location filename="../../devices/projectors/dmd.py"/>
        <source>It did not confirm the mask that was sent.</source>
        <translation>Die gesendete Maske wurde nicht bestätigt.</translation>
    </message>
    <message>
        <location filename="../../devices/projectors/dmd.py"/>
        <source>It refused the mask.</source>
        <translation>Die Maske wurde abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../devices/projectors/dmd.py"/>
        <source>It stopped answering, or answers what no projector says.</source>
        <translation>Es antwortet nicht mehr oder nicht wie ein Projektor.</translation>
    </message>
    <message>
        <location filename="../../devices/projectors/dmd.py"/>
        <source>Nothing answers at its address. Check that it is switched on and connected.</source>
        <translation>Unter dieser Adresse antwortet nichts. Prüfen Sie, ob das Gerät eingeschaltet und verbunden ist.</translation>
    </message>
    <message>
        <location filename="../../devices/projectors/dmd.py"/>
        <source>What answers there does not introduce itself as a projector.</source>
        <translation>Was dort antwortet, meldet sich nicht als Projektor.</translation>
    </message>
    <message>
        <location filename="../../devices/projectors/line.py"/>
        <source>A serial controller needs a Linux console. Connect it by network: dmd:tcp://host:port.</source>
        <translation>Eine serielle Steuerung braucht eine Konsole unter Linux. Schließen Sie sie über das Netz an: dmd:tcp://host:port.</translation>
    </message>
    <message>
        <location filename="../../devices/projectors/screen.py"/>
        <source>Display</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <location filename="../../devices/projectors/screen.py"/>
        <source>The second display did not show the mask in time.</source>
        <translation>Der zweite Bildschirm hat die Maske nicht rechtzeitig gezeigt.</translation>
    </message>
    <message>
        <location filename="../../devices/projectors/screen.py"/>
        <source>The second display is gone. Check its cable and its power.</source>
        <translation>Der zweite Bildschirm fehlt. Prüfen Sie Kabel und Stromversorgung.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/dicom.py"/>
        <source>The DICOM file is damaged or not a whole one; send it again.</source>
        <translation>Die DICOM-Datei ist beschädigt oder unvollständig; senden Sie sie erneut.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/dicom.py"/>
        <source>The colours of the picture are coded in a way that is not read here; export it in grey.</source>
        <translation>Die Farben des Bildes sind so kodiert, dass sie hier nicht lesbar sind; exportieren Sie es in Grau.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/dicom.py"/>
        <source>The picture is shorter or longer than its header says; send it again.</source>
        <translation>Das Bild ist kürzer oder länger, als sein Kopf angibt; senden Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/dicom.py"/>
        <source>The pixels are encoded as %1; export the picture uncompressed.</source>
        <translation>Die Pixel sind als %1 kodiert; exportieren Sie das Bild unkomprimiert.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/dicom.py"/>
        <source>The pixels are stored in a way that is not read here; export 8 or 16 bits of grey.</source>
        <translation>Die Pixel sind so gespeichert, dass sie hier nicht lesbar sind; exportieren Sie 8 oder 16 Bit in Grau.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/dicom.py"/>
        <source>This is a DICOM object of kind %1; a specimen radiograph is one of %2.</source>
        <translation>Dies ist ein DICOM-Objekt der Art %1; eine Präparatradiographie ist eines von %2.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/dicom.py"/>
        <source>an unknown one</source>
        <translation>ein unbekanntes</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/photo.py"/>
        <source>The JPEG does not say how large it is; copy it again from where it was made.</source>
        <translation>Die JPEG-Datei nennt ihre Größe nicht; kopieren Sie sie erneut vom Aufnahmegerät.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/photo.py"/>
        <source>The PNG has no header; copy it again from where it was made.</source>
        <translation>Die PNG-Datei hat keinen Kopf; kopieren Sie sie erneut vom Aufnahmegerät.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/photo.py"/>
        <source>The picture is damaged; copy it again from where it was made.</source>
        <translation>Das Bild ist beschädigt; kopieren Sie es erneut vom Aufnahmegerät.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/radiograph.py"/>
        <source>Radiograph</source>
        <translation>Radiographie</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/radiograph.py"/>
        <source>The file holds %1 frames; export the one picture that is to be measured.</source>
        <translation>Die Datei enthält %L1 Bilder; exportieren Sie das eine, das gemessen werden soll.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/radiograph.py"/>
        <source>The picture is %1 × %2 pixels; at most %3 million fit.</source>
        <translation>Das Bild hat %L1 × %L2 Pixel; höchstens %L3 Millionen sind lesbar.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/radiograph.py"/>
        <source>The picture is %1 × %2 pixels; that is too small to measure on.</source>
        <translation>Das Bild hat %L1 × %L2 Pixel; das ist zu klein zum Messen.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/reader.py"/>
        <source>The file cannot be read; copy it again.</source>
        <translation>Die Datei ist nicht lesbar; kopieren Sie sie erneut.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/reader.py"/>
        <source>The file has %1 MB; at most %2 fit.</source>
        <translation>Die Datei hat %L1 MB; höchstens %L2 sind lesbar.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/reader.py"/>
        <source>The file is still being written; try again once it is whole.</source>
        <translation>Die Datei wird noch geschrieben; versuchen Sie es erneut, sobald sie vollständig ist.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/reader.py"/>
        <source>This is neither a DICOM file nor a PNG or JPEG picture.</source>
        <translation>Dies ist weder eine DICOM-Datei noch ein PNG- oder JPEG-Bild.</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/spacing.py"/>
        <source>Imager Pixel Spacing at the detector, magnification unknown: uncertain</source>
        <translation>Imager Pixel Spacing am Detektor, Vergrößerung unbekannt: unsicher</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/spacing.py"/>
        <source>Imager Pixel Spacing, corrected for a magnification of %1</source>
        <translation>Imager Pixel Spacing, korrigiert um eine Vergrößerung von %L1</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/spacing.py"/>
        <source>Pixel Spacing without a stated calibration: uncertain</source>
        <translation>Pixel Spacing ohne angegebene Kalibrierung: unsicher</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/spacing.py"/>
        <source>Pixel Spacing, %1</source>
        <translation>Pixel Spacing, %L1</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/spacing.py"/>
        <source>calibrated on a known length in the picture</source>
        <translation>an einer bekannten Länge im Bild kalibriert</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/spacing.py"/>
        <source>corrected for the geometry of the exposure</source>
        <translation>für die Geometrie der Aufnahme korrigiert</translation>
    </message>
    <message>
        <location filename="../../devices/radiographs/spacing.py"/>
        <source>size on the scanned film, magnification unknown: uncertain</source>
        <translation>Größe auf dem eingescannten Film, Vergrößerung unbekannt: unsicher</translation>
    </message>
    <message>
        <location filename="../../devices/recording.py"/>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <location filename="../../devices/recording.py"/>
        <source>%1 is damaged at its beginning</source>
        <translation>%1 ist am Anfang beschädigt</translation>
    </message>
    <message>
        <location filename="../../devices/recording.py"/>
        <source>%1 is damaged at its beginning, or belongs to another store</source>
        <translation>%1 ist am Anfang beschädigt oder gehört zu einem anderen Speicher</translation>
    </message>
    <message>
        <location filename="../../devices/recording.py"/>
        <source>%1 is no recording of this console</source>
        <translation>%1 ist keine Aufnahme dieser Konsole</translation>
    </message>
    <message>
        <location filename="../../devices/recording.py"/>
        <source>%1 is sealed with the key of its case and can be opened only from there</source>
        <translation>%1 ist mit dem Schlüssel des zugehörigen Falls versiegelt und nur von dort aus zu öffnen</translation>
    </message>
    <message>
        <location filename="../../devices/registry.py"/>
        <source>A display can be used only while the console's window is open.</source>
        <translation>Ein Bildschirm ist nur nutzbar, solange das Fenster der Konsole offen ist.</translation>
    </message>
    <message>
        <location filename="../../devices/registry.py"/>
        <source>an address starts with one of %1.</source>
        <translation>eine Adresse beginnt mit einem von diesen: %1.</translation>
    </message>
    <message>
        <location filename="../../devices/registry.py"/>
        <source>dmd: needs the form dmd:tcp://host:port or dmd:serial:/dev/ttyUSB0.</source>
        <translation>dmd: verlangt die Form dmd:tcp://host:port oder dmd:serial:/dev/ttyUSB0.</translation>
    </message>
    <message>
        <location filename="../../devices/registry.py"/>
        <source>gige: needs the camera's serial number, its network address or its name, such as gige:192.168.10.2.</source>
        <translation>gige: braucht Seriennummer, Netzadresse oder Namen der Kamera, etwa gige:192.168.10.2.</translation>
    </message>
    <message>
        <location filename="../../devices/registry.py"/>
        <source>it needs the form rtsp://host/path.</source>
        <translation>verlangt wird die Form rtsp://host/path.</translation>
    </message>
    <message>
        <location filename="../../devices/registry.py"/>
        <source>projector: needs the number of a display, such as projector:screen:1.</source>
        <translation>projector: braucht die Nummer eines Bildschirms, etwa projector:screen:1.</translation>
    </message>
    <message>
        <location filename="../../devices/registry.py"/>
        <source>pylon: needs the camera's serial number, such as pylon:22518470.</source>
        <translation>pylon: braucht die Seriennummer der Kamera, etwa pylon:22518470.</translation>
    </message>
    <message>
        <location filename="../../devices/registry.py"/>
        <source>record: needs the path of a recording.</source>
        <translation>record: braucht den Pfad einer Aufnahme.</translation>
    </message>
    <message>
        <location filename="../../devices/registry.py"/>
        <source>the simulated devices are %1.</source>
        <translation>die simulierten Geräte sind %1.</translation>
    </message>
    <message>
        <location filename="../../devices/registry.py"/>
        <source>uvc: needs the camera's number, such as uvc:0.</source>
        <translation>uvc: braucht die Nummer der Kamera, etwa uvc:0.</translation>
    </message>
    <message>
        <location filename="../../devices/registry.py"/>
        <source>video: needs the path of a file.</source>
        <translation>video: braucht den Pfad einer Datei.</translation>
    </message>
    <message>
        <location filename="../../devices/registry.py"/>
        <source>visa: needs the form visa:TCPIP::host::5001::SOCKET.</source>
        <translation>visa: verlangt die Form visa:TCPIP::host::5001::SOCKET.</translation>
    </message>
    <message>
        <location filename="../../devices/scanner.py"/>
        <source>SUV (body weight)</source>
        <translation>SUV (Körpergewicht)</translation>
    </message>
    <message>
        <location filename="../../devices/scanner.py"/>
        <source>SUV (lean body mass)</source>
        <translation>SUV (fettfreie Körpermasse)</translation>
    </message>
    <message>
        <location filename="../../devices/scanner.py"/>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <location filename="../../devices/scanner.py"/>
        <source>read as CT</source>
        <translation>als CT gelesen</translation>
    </message>
    <message>
        <location filename="../../devices/scanner.py"/>
        <source>read as PET</source>
        <translation>als PET gelesen</translation>
    </message>
    <message>
        <location filename="../../devices/scanner.py"/>
        <source>read as segmentation</source>
        <translation>als Segmentierung gelesen</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/attributes.py"/>
        <source>its header is damaged</source>
        <translation>der Kopf ist beschädigt</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>%1 other CT or PET series was found and not used.</source>
        <translation>%L1 weitere CT- oder PET-Serie wurde gefunden und nicht verwendet.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>%1 other CT or PET series were found and not used.</source>
        <translation>%L1 weitere CT- oder PET-Serien wurden gefunden und nicht verwendet.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>%1 series</source>
        <translation>%L1-Serie</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>%1 series %2</source>
        <translation>%L1-Serie %2</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>CT and PET do not belong together: %1.</source>
        <translation>CT und PET gehören nicht zusammen: %L1.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>No %1 series was found in what was handed over.</source>
        <translation>In den übergebenen Daten wurde keine %L1-Serie gefunden.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>The %1 cannot be used: %2.</source>
        <translation>Nicht verwendbar (%L1): %L2.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>The PET covers %1 of the CT; outside it there is nothing to go by.</source>
        <translation>Die PET deckt %L1 der CT ab; außerhalb davon ist keine Aussage möglich.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>The PET does not say that it is corrected for attenuation.</source>
        <translation>Die PET gibt nicht an, dass die Schwächung korrigiert ist.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>another covers more</source>
        <translation>eine andere deckt mehr ab</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>another fits better in time or is finer</source>
        <translation>eine andere passt zeitlich besser oder ist feiner</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>it covers %1 of the CT</source>
        <translation>sie deckt %L1 der CT ab</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>it fits the PET best</source>
        <translation>sie passt am besten zur PET</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>it is neither CT nor PET</source>
        <translation>es ist weder CT noch PET</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>it is not corrected for attenuation</source>
        <translation>die Schwächung ist nicht korrigiert</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>the PET covers only %1 of the CT</source>
        <translation>die PET deckt nur %L1 der CT ab</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>they are turned against each other by %1°; export both in the same orientation</source>
        <translation>sie sind um %L1° gegeneinander gedreht; exportieren Sie beide in derselben Ausrichtung</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/choice.py"/>
        <source>they have no frame of reference in common, so that nobody knows how they lie to each other</source>
        <translation>sie haben kein gemeinsames Bezugssystem (Frame of Reference), sodass ihre Lage zueinander unbekannt ist</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/folder.py"/>
        <source>No segmentation was found in what was handed over.</source>
        <translation>In den übergebenen Daten wurde keine Segmentierung gefunden.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/folder.py"/>
        <source>Nothing was handed over.</source>
        <translation>Es wurde nichts übergeben.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/folder.py"/>
        <source>The scan is damaged: reading it fails. Send it again.</source>
        <translation>Der Scan ist beschädigt: Das Lesen schlägt fehl. Senden Sie ihn erneut.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/folder.py"/>
        <source>The scan takes too long to read; copy it to this computer first.</source>
        <translation>Das Lesen des Scans dauert zu lange; kopieren Sie ihn zuerst auf diesen Rechner.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/folder.py"/>
        <source>The segmentation cannot be used: %1.</source>
        <translation>Die Segmentierung ist nicht verwendbar: %L1.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/grid.py"/>
        <source>it marks something outside the CT</source>
        <translation>sie markiert etwas außerhalb der CT</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/grid.py"/>
        <source>its voxels do not lie on the CT's; export it on the grid of the CT</source>
        <translation>ihre Voxel liegen nicht auf denen der CT; exportieren Sie sie auf dem Raster der CT</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/grid.py"/>
        <source>nothing is marked in it</source>
        <translation>darin ist nichts markiert</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>it does not say how its values become HU</source>
        <translation>die Umrechnung ihrer Werte in HU ist nicht angegeben</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>it holds no picture</source>
        <translation>sie enthält kein Bild</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>it holds several frames and does not say where each lies</source>
        <translation>sie enthält mehrere Bilder ohne Angabe ihrer Lage</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>it inflates to more than %1 MB; export it uncompressed</source>
        <translation>sie entpackt sich auf mehr als %L1 MB; exportieren Sie sie unkomprimiert</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>it is damaged, or not a whole one</source>
        <translation>sie ist beschädigt oder unvollständig</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>it says that it holds %1 frames</source>
        <translation>sie gibt %L1 Bilder an</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>it says that it holds %1 frames and describes %2</source>
        <translation>sie gibt %L1 Bilder an und beschreibt %L2</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>its header is larger than any scan's</source>
        <translation>ihr Kopf ist größer als bei jedem Scan</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>its pictures are in colour</source>
        <translation>ihre Bilder sind farbig</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>its pictures do not say where they lie</source>
        <translation>ihren Bildern fehlt die Angabe der Lage</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>its pixels are stored in a way that is not read here</source>
        <translation>ihre Pixel sind so gespeichert, dass sie hier nicht lesbar sind</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>its rescale slope is not usable</source>
        <translation>ihr Rescale Slope ist nicht brauchbar</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/headers.py"/>
        <source>its values go through a table, which is not read here; export them with slope and intercept</source>
        <translation>ihre Werte gehen durch eine Tabelle, die hier nicht lesbar ist; exportieren Sie sie mit Slope und Intercept</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>it does not say where it lies</source>
        <translation>die Angabe der Lage fehlt</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>it has %1 axes; a label map has three</source>
        <translation>sie hat %L1 Achsen; eine Label-Karte hat drei</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>it has no frame of reference in common with the CT</source>
        <translation>sie hat kein gemeinsames Bezugssystem mit der CT</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>it holds %1 labels; 1 to %2 are read</source>
        <translation>sie enthält %L1 Labels; gelesen werden 1 bis %L2</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>it holds %1 segments; 1 to %2 are read</source>
        <translation>sie enthält %L1 Segmente; gelesen werden 1 bis %L2</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>it holds measured values, not labels</source>
        <translation>sie enthält Messwerte, keine Labels</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>it is larger than the CT: </source>
        <translation>sie ist größer als die CT: </translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>it is larger than the CT: %1</source>
        <translation>sie ist größer als die CT: %L1</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>it is larger than the CT: %1 voxels</source>
        <translation>sie ist größer als die CT: %L1 Voxel</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>its numbers are kept in another file; export it as one</source>
        <translation>ihre Zahlen liegen in einer anderen Datei; exportieren Sie sie als eine</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>its numbers are no labels</source>
        <translation>ihre Zahlen sind keine Labels</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>its numbers are packed in a way that is not read here; export it raw or gzipped</source>
        <translation>ihre Zahlen sind so gepackt, dass sie hier nicht lesbar sind; exportieren Sie sie roh oder mit gzip</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/labelmaps.py"/>
        <source>its numbers do not follow its header</source>
        <translation>ihre Zahlen passen nicht zu ihrem Kopf</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/pixels.py"/>
        <source>its pictures are %1 × %2 pixels; %3 to %4 a side can be read</source>
        <translation>ihre Bilder haben %L1 × %L2 Pixel; lesbar sind %L3 bis %L4 je Seite</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/pixels.py"/>
        <source>its pixels are encoded as %1, which is not read here; export them uncompressed</source>
        <translation>ihre Pixel sind als %1 kodiert, was hier nicht lesbar ist; exportieren Sie sie unkomprimiert</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/pixels.py"/>
        <source>its pixels are shorter or longer than its header says</source>
        <translation>ihre Pixel sind kürzer oder länger, als ihr Kopf angibt</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/pixels.py"/>
        <source>something unknown</source>
        <translation>etwas Unbekanntem</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/reading.py"/>
        <source>%1 DICOM file was left out: %2.</source>
        <translation>%L1 DICOM-Datei wurde weggelassen: %L2.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/reading.py"/>
        <source>%1 DICOM files were left out: %2.</source>
        <translation>%L1 DICOM-Dateien wurden weggelassen: %L2.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/reading.py"/>
        <source>%1 on the CT's grid</source>
        <translation>%L1 auf dem Raster der CT</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/reading.py"/>
        <source>%1 picture came twice and counted once.</source>
        <translation>%L1 Bild kam doppelt und zählt einmal.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/reading.py"/>
        <source>%1 pictures came twice and counted once.</source>
        <translation>%L1 Bilder kamen doppelt und zählen einmal.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/reading.py"/>
        <source>A picture of the scan cannot be used: %1.</source>
        <translation>Ein Bild des Scans ist nicht verwendbar: %L1.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/reading.py"/>
        <source>The files cannot be read to their end; copy the scan again.</source>
        <translation>Die Dateien sind nicht bis zum Ende lesbar; kopieren Sie den Scan erneut.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/reading.py"/>
        <source>The pictures were compressed with loss.</source>
        <translation>Die Bilder wurden verlustbehaftet komprimiert.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/reading.py"/>
        <source>The scan asks for more memory than any scan needs; it is damaged.</source>
        <translation>Der Scan verlangt mehr Arbeitsspeicher als jeder Scan; er ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/reading.py"/>
        <source>The scanner corrected no decay; all pictures were brought to the beginning of the first.</source>
        <translation>Der Scanner hat den Zerfall nicht korrigiert; alle Bilder wurden auf den Beginn des ersten bezogen.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/reading.py"/>
        <source>it cannot be read to its end</source>
        <translation>sie ist nicht bis zum Ende lesbar</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/source.py"/>
        <source>A file of the scan cannot be read; copy it again.</source>
        <translation>Eine Datei des Scans ist nicht lesbar; kopieren Sie sie erneut.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/source.py"/>
        <source>A folder of the scan cannot be read; copy it again.</source>
        <translation>Ein Ordner des Scans ist nicht lesbar; kopieren Sie ihn erneut.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/source.py"/>
        <source>The files hold more than %1 GB; hand over the folder of one scan.</source>
        <translation>Die Dateien haben mehr als %L1 GB; übergeben Sie den Ordner eines einzigen Scans.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/source.py"/>
        <source>The folders lie more than %1 deep; hand over the folder of one scan.</source>
        <translation>Die Ordner sind mehr als %L1-fach verschachtelt; übergeben Sie den Ordner eines einzigen Scans.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/source.py"/>
        <source>The zip asks for a password; unpack it first.</source>
        <translation>Das Zip-Archiv verlangt ein Passwort; entpacken Sie es zuerst.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/source.py"/>
        <source>The zip cannot be read; copy it again.</source>
        <translation>Das Zip-Archiv ist nicht lesbar; kopieren Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/source.py"/>
        <source>The zip holds more than %1 files; hand over the folder of one scan.</source>
        <translation>Das Zip-Archiv enthält mehr als %L1 Dateien; übergeben Sie den Ordner eines einzigen Scans.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/source.py"/>
        <source>The zip is damaged; copy it again.</source>
        <translation>Das Zip-Archiv ist beschädigt; kopieren Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/source.py"/>
        <source>There are more than %1 files; hand over the folder of one scan.</source>
        <translation>Es sind mehr als %L1 Dateien; übergeben Sie den Ordner eines einzigen Scans.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/source.py"/>
        <source>What was handed over is neither a file nor a folder.</source>
        <translation>Übergeben wurde weder eine Datei noch ein Ordner.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/source.py"/>
        <source>What was handed over is not there, or cannot be read; copy it again.</source>
        <translation>Die übergebenen Daten sind nicht vorhanden oder nicht lesbar; kopieren Sie sie erneut.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>%1 slice is missing, the first %2; send the series again</source>
        <translation>%L1 Schicht fehlt, die erste %L2; senden Sie die Serie erneut</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>%1 slices are missing, the first %2; send the series again</source>
        <translation>%L1 Schichten fehlen, die erste %L2; senden Sie die Serie erneut</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>between %1 and %2 mm from its first</source>
        <translation>zwischen %L1 und %L2 mm von der ersten</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>it has %1 picture, too few for a volume</source>
        <translation>sie hat %L1 Bild, zu wenig für ein Volumen</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>it has %1 pictures, too few for a volume</source>
        <translation>sie hat %L1 Bilder, zu wenige für ein Volumen</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>it is a dynamic or gated series; export the static one</source>
        <translation>sie ist eine dynamische oder getriggerte Serie; exportieren Sie die statische</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>it is a scout or a projection</source>
        <translation>sie ist ein Scout oder eine Projektion</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>its %1 × %2 × %3 voxels are more than the %4 million that are read</source>
        <translation>ihre %L1 × %L2 × %L3 Voxel sind mehr als die lesbaren %L4 Millionen</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>its pictures lie nowhere near a specimen</source>
        <translation>ihre Bilder liegen weitab von jedem Resektat</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>its pixel spacing is not that of a scan</source>
        <translation>ihr Pixelabstand ist nicht der eines Scans</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>its slices are sheared against each other, as a tilted gantry leaves them; export it corrected</source>
        <translation>ihre Schichten sind gegeneinander verschoben wie bei gekippter Gantry; exportieren Sie sie korrigiert</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>its slices are unevenly spaced: one lies %1 mm from its place</source>
        <translation>ihre Schichten haben ungleichen Abstand: eine liegt %L1 mm neben ihrem Platz</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>its slices do not lie as those of a scan</source>
        <translation>ihre Schichten liegen nicht wie die eines Scans</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>several of its pictures lie at the same place: it is a repeated or a dynamic scan</source>
        <translation>mehrere ihrer Bilder liegen an derselben Stelle: Es ist ein wiederholter oder dynamischer Scan</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/stacks.py"/>
        <source>the directions of its rows and columns are not at right angles</source>
        <translation>ihre Zeilen und Spalten stehen nicht im rechten Winkel</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>No SUV %1: %2.</source>
        <translation>Kein SUV %L1: %L2.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>SUV %1.</source>
        <translation>SUV %L1.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>The half-life is not stated; that of fluorine-18 was taken.</source>
        <translation>Die Halbwertszeit ist nicht angegeben; die von Fluor-18 wurde angenommen.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>The height is stated in centimetres and was read as such.</source>
        <translation>Die Körpergröße ist in Zentimetern angegeben und wurde so gelesen.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>The injected activity is stated in MBq and was read as such.</source>
        <translation>Die injizierte Aktivität ist in MBq angegeben und wurde so gelesen.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>The injection was before midnight.</source>
        <translation>Die Injektion war vor Mitternacht.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>The weight is stated in grams and was read as such.</source>
        <translation>Das Gewicht ist in Gramm angegeben und wurde so gelesen.</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>by body weight</source>
        <translation>nach Körpergewicht</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>by lean body mass (Janmahasatian)</source>
        <translation>nach fettfreier Körpermasse (Janmahasatian)</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>lean body mass needs the height, and no person's height is stated</source>
        <translation>die fettfreie Körpermasse verlangt die Körpergröße; angegeben ist keine eines Menschen</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>lean body mass needs the sex, female or male, and it is not stated</source>
        <translation>die fettfreie Körpermasse verlangt das Geschlecht, weiblich oder männlich; es ist nicht angegeben</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>the PET holds %1 values, from which none follows</source>
        <translation>die PET enthält Werte in %1, aus denen kein SUV folgt</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>the PET is scaled by another lean body mass (James)</source>
        <translation>die PET ist mit einer anderen fettfreien Körpermasse skaliert (James)</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>the date of the injection is not that of the scan</source>
        <translation>das Datum der Injektion ist nicht das der Aufnahme</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>the decay is not corrected, and how long the frame lasted is not stated</source>
        <translation>der Zerfall ist nicht korrigiert, und die Dauer der Aufnahme ist nicht angegeben</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>the half-life of the tracer is not stated</source>
        <translation>die Halbwertszeit des Tracers ist nicht angegeben</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>the injected activity is not stated</source>
        <translation>die injizierte Aktivität ist nicht angegeben</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>the injection is stated to be after the scan</source>
        <translation>die Injektion liegt laut Angabe nach der Aufnahme</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>the patient's weight is not stated</source>
        <translation>das Gewicht der Patientin ist nicht angegeben</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>the stated activity is not that of an injection</source>
        <translation>die angegebene Aktivität ist nicht die einer Injektion</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>the stated weight is not a person's; it may be the specimen's</source>
        <translation>das angegebene Gewicht ist nicht das eines Menschen; es kann das des Resektats sein</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>the time of the injection or of the scan is not stated</source>
        <translation>der Zeitpunkt der Injektion oder der Aufnahme ist nicht angegeben</translation>
    </message>
    <message>
        <location filename="../../devices/scanners/suv.py"/>
        <source>to which time the decay was corrected is not stated</source>
        <translation>der Bezugszeitpunkt der Zerfallskorrektur ist nicht angegeben</translation>
    </message>
    <message>
        <source>%1 % of the reference</source>
        <translation>%L1 % der Referenz</translation>
    </message>
    <message>
        <source>%1 The scan itself is simulated.</source>
        <translation>%L1 Der Scan selbst ist simuliert.</translation>
    </message>
    <message>
        <source>%1 axis</source>
        <translation>Achse %L1</translation>
    </message>
    <message>
        <source>%1 connected</source>
        <translation>%L1 verbunden</translation>
    </message>
    <message>
        <source>%1 connecting</source>
        <translation>%L1 verbindet</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%L1 verworfen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%L1 ausgefallen</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%L1 B/s</translation>
    </message>
    <message>
        <source>%1 frames not registered</source>
        <translation>%L1 Bilder nicht registriert</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>%L1 Modelle</translation>
    </message>
    <message>
        <source>%1 ms, at most %2</source>
        <translation>%L1 ms, höchstens %L2</translation>
    </message>
    <message>
        <source>%1 not connected</source>
        <translation>%L1 nicht verbunden</translation>
    </message>
    <message>
        <source>%1 of %2 positive</source>
        <translation>%L1 von %L2 positiv</translation>
    </message>
    <message>
        <source>%1 shown, there are more</source>
        <translation>%L1 Fälle gezeigt, weitere vorhanden</translation>
    </message>
    <message>
        <source>%1 simulated</source>
        <translation>%L1 simuliert</translation>
    </message>
    <message>
        <source>%1 voxels changed; what the models drew is kept beside it.</source>
        <translation>%L1 Voxel geändert; was die Modelle gezeichnet haben, bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%L1 J.</translation>
    </message>
    <message>
        <source>%1 · tumour touches the specimen contour (≤ 0.1 mm)%2</source>
        <translation>%L1 · Tumor berührt die Resektatkontur (≤ 0,1 mm)%L2</translation>
    </message>
    <message>
        <source>%1, alarm only</source>
        <translation>%1, nur Warnung</translation>
    </message>
    <message>
        <source>%1, alarm only, corrected</source>
        <translation>%1, nur Warnung, korrigiert</translation>
    </message>
    <message>
        <source>%1, corrected</source>
        <translation>%1, korrigiert</translation>
    </message>
    <message>
        <source>%1, corrected: %2</source>
        <translation>%1, korrigiert: %L2</translation>
    </message>
    <message>
        <source>%1, positive: %2</source>
        <translation>%1, positiv: %L2</translation>
    </message>
    <message>
        <source>%1, positive: %2, corrected</source>
        <translation>%1, positiv: %L2, korrigiert</translation>
    </message>
    <message>
        <source>%1, running</source>
        <translation>%L1, läuft</translation>
    </message>
    <message>
        <source>%1: PDF</source>
        <translation>%L1: PDF</translation>
    </message>
    <message>
        <source>%1: SVG</source>
        <translation>%L1: SVG</translation>
    </message>
    <message>
        <source>, depth not measured</source>
        <translation>, Tiefe nicht gemessen</translation>
    </message>
    <message>
        <source>, not blind</source>
        <translation>, nicht verblindet</translation>
    </message>
    <message>
        <source>, whole</source>
        <translation>, vollständig</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>3-D</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Another Rimlight reads this store. Close it there, then try again.</source>
        <translation>Ein anderes Rimlight liest diesen Speicher. Schließen Sie es dort, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Arm ICG</source>
        <translation>Arm ICG</translation>
    </message>
    <message>
        <source>Arm: %1</source>
        <translation>Arm: %L1</translation>
    </message>
    <message>
        <source>Arms by Arm: each value. Only: all cases.</source>
        <translation>Arme nach Arm: jeder Wert. Nur: alle Fälle.</translation>
    </message>
    <message>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Axillary surgery</source>
        <translation>Axilläre Operation</translation>
    </message>
    <message>
        <source>Basler camera %1</source>
        <translation>Basler-Kamera %1</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Unter</translation>
    </message>
    <message>
        <source>CNR %1</source>
        <translation>CNR %L1</translation>
    </message>
    <message>
        <source>CT series</source>
        <translation>CT-Serie</translation>
    </message>
    <message>
        <source>CUSUM</source>
        <translation>CUSUM</translation>
    </message>
    <message>
        <source>Case id</source>
        <translation>Fallkennung</translation>
    </message>
    <message>
        <source>Cavity checked %1</source>
        <translation>Höhle geprüft: %L1</translation>
    </message>
    <message>
        <source>ChArUco</source>
        <translation>ChArUco</translation>
    </message>
    <message>
        <source>Closure</source>
        <translation>Verschluss</translation>
    </message>
    <message>
        <source>Cold ischaemia, running</source>
        <translation>Kalte Ischämie, läuft</translation>
    </message>
    <message>
        <source>Complication grade</source>
        <translation>Komplikationsgrad</translation>
    </message>
    <message>
        <source>Complication type</source>
        <translation>Komplikationsart</translation>
    </message>
    <message>
        <source>Consider a shave of the %1 face again: %2.%3</source>
        <translation>Erneute Nachresektion %L1 erwägen: %L2.%L3</translation>
    </message>
    <message>
        <source>Consider a shave of the %1 face: %2.%3</source>
        <translation>Nachresektion %L1 erwägen: %L2.%L3</translation>
    </message>
    <message>
        <source>Consider a shave of the %1 faces: %2.%3</source>
        <translation>Nachresektion %L1 erwägen: %L2.%L3</translation>
    </message>
    <message>
        <source>Contrast %1 over background</source>
        <translation>Kontrast %L1 über Untergrund</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronal</translation>
    </message>
    <message>
        <source>DD.MM.YYYY</source>
        <translation>TT.MM.JJJJ</translation>
    </message>
    <message>
        <source>DDMMYYYY</source>
        <translation>TTMMJJJJ</translation>
    </message>
    <message>
        <source>Death days</source>
        <translation>Tage bis Tod</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <source>Derived: %1. %2</source>
        <translation>Abgeleitet: %L1. %L2</translation>
    </message>
    <message>
        <source>ER</source>
        <translation>ER</translation>
    </message>
    <message>
        <source>ER%1 PR%2 HER2%3</source>
        <translation>ER%1 PR%2 HER2%3</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Entered: %1. %2</source>
        <translation>Eingetragen: %L1. %L2</translation>
    </message>
    <message>
        <source>Exposure %1 ms</source>
        <translation>Belichtung %L1 ms</translation>
    </message>
    <message>
        <source>F · %1 y</source>
        <translation>w · %L1 J.</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Ausgefallen: %L1</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <source>Fluorescence, then frozen section</source>
        <translation>Fluoreszenz, dann Schnellschnitt</translation>
    </message>
    <message>
        <source>Follow up days</source>
        <translation>Tage Nachsorge</translation>
    </message>
    <message>
        <source>Frozen margin</source>
        <translation>Rand im Schnellschnitt</translation>
    </message>
    <message>
        <source>Frozen type</source>
        <translation>Schnellschnitt-Typ</translation>
    </message>
    <message>
        <source>GigE camera %1</source>
        <translation>GigE-Kamera %1</translation>
    </message>
    <message>
        <source>HER2</source>
        <translation>HER2</translation>
    </message>
    <message>
        <source>HHMM</source>
        <translation>HHMM</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>Histologie</translation>
    </message>
    <message>
        <source>ICG cavity check %1</source>
        <translation>ICG-Höhlenkontrolle %L1</translation>
    </message>
    <message>
        <source>ICG marked</source>
        <translation>ICG markiert</translation>
    </message>
    <message>
        <source>ICG specimen check %1</source>
        <translation>ICG-Resektatkontrolle %L1</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Incision</source>
        <translation>Hautschnitt</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Lesefehler des Datenträgers</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>LCIS</source>
        <translation>LCIS</translation>
    </message>
    <message>
        <source>Light %1</source>
        <translation>Licht %L1</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>M · %1 y</source>
        <translation>m · %L1 J.</translation>
    </message>
    <message>
        <source>MMYYYY</source>
        <translation>MMJJJJ</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>Pat.-Nr.</translation>
    </message>
    <message>
        <source>MRN %1</source>
        <translation>Pat.-Nr. %1</translation>
    </message>
    <message>
        <source>MRN %1   F · %2 y</source>
        <translation>Pat.-Nr. %1   w · %L2 J.</translation>
    </message>
    <message>
        <source>MRN %1   M · %2 y</source>
        <translation>Pat.-Nr. %1   m · %L2 J.</translation>
    </message>
    <message>
        <source>MRN %1   O · %2 y</source>
        <translation>Pat.-Nr. %1   d · %L2 J.</translation>
    </message>
    <message>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <source>Margin type</source>
        <translation>Typ am Rand</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Missing: %1. %2</source>
        <translation>Fehlt: %L1. %L2</translation>
    </message>
    <message>
        <source>NIR</source>
        <translation>NIR</translation>
    </message>
    <message>
        <source>NIR camera simulated</source>
        <translation>NIR-Kamera simuliert</translation>
    </message>
    <message>
        <source>Near-infrared check of specimen and cavity, then frozen section always; precancerous lesions count as positive.</source>
        <translation>Nahinfrarotkontrolle von Resektat und Wundhöhle, dann immer Schnellschnitt; Vorstufen zählen als positiv.</translation>
    </message>
    <message>
        <source>Network camera %1</source>
        <translation>Netzwerkkamera %1</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei nicht vorhanden</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Pflege</translation>
    </message>
    <message>
        <source>O · %1 y</source>
        <translation>d · %L1 J.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>PACS</source>
        <translation>PACS</translation>
    </message>
    <message>
        <source>PET series</source>
        <translation>PET-Serie</translation>
    </message>
    <message>
        <source>PR</source>
        <translation>PR</translation>
    </message>
    <message>
        <source>Permanent margin</source>
        <translation>Endgültiger Rand</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Radiograph first</source>
        <translation>Radiographie zuerst</translation>
    </message>
    <message>
        <source>Re-excision</source>
        <translation>Nachresektion</translation>
    </message>
    <message>
        <source>Read blind before the answer is shown.</source>
        <translation>Lesen Sie verblindet, bevor die Antwort gezeigt wird.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>nur lesbarer Datenträger</translation>
    </message>
    <message>
        <source>Recurrence days</source>
        <translation>Tage bis Rezidiv</translation>
    </message>
    <message>
        <source>Reoperation</source>
        <translation>Reoperation</translation>
    </message>
    <message>
        <source>Reoperation finding</source>
        <translation>Befund der Reoperation</translation>
    </message>
    <message>
        <source>Reoperation pathology</source>
        <translation>Pathologie der Reoperation</translation>
    </message>
    <message>
        <source>SIMULATED. </source>
        <translation>SIMULIERT. </translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>Sent by a scanner</source>
        <translation>Von einem Scanner gesendet</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>Shave %1 the %2 face</source>
        <translation>Nachresektion %L1, Fläche %L2</translation>
    </message>
    <message>
        <source>Shave the %1 face</source>
        <translation>Nachresektion %L1</translation>
    </message>
    <message>
        <source>Shave the %1 face again%2.%3%4%5</source>
        <translation>Erneute Nachresektion %L1%L2.%L3%L4%L5</translation>
    </message>
    <message>
        <source>Shave the %1 face%2.%3%4%5</source>
        <translation>Nachresektion %L1%L2.%L3%L4%L5</translation>
    </message>
    <message>
        <source>Shave the %1 face.%2%3%4</source>
        <translation>Nachresektion %L1.%L2%L3%L4</translation>
    </message>
    <message>
        <source>Shave the %1 faces</source>
        <translation>Nachresektion %L1</translation>
    </message>
    <message>
        <source>Shave the %1 faces again%2.%3%4%5</source>
        <translation>Erneute Nachresektion %L1%L2.%L3%L4%L5</translation>
    </message>
    <message>
        <source>Shave the %1 faces%2.%3%4%5</source>
        <translation>Nachresektion %L1%L2.%L3%L4%L5</translation>
    </message>
    <message>
        <source>Shave the %1 faces.%2%3%4</source>
        <translation>Nachresektion %L1.%L2%L3%L4</translation>
    </message>
    <message>
        <source>Simulated department</source>
        <translation>Simulierte Abteilung</translation>
    </message>
    <message>
        <source>Specimen radiograph %1</source>
        <translation>Präparatradiographie %L1</translation>
    </message>
    <message>
        <source>Specimen radiograph at once; frozen section where it is positive or doubtful.</source>
        <translation>Sofort Präparatradiographie; Schnellschnitt, wo sie positiv oder fraglich ist.</translation>
    </message>
    <message>
        <source>Specimen ultrasound %1</source>
        <translation>Präparatsonographie %L1</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stadium</translation>
    </message>
    <message>
        <source>Tariq HB et al., intraoperative imaging in breast-conserving surgery</source>
        <translation>Tariq HB et al., intraoperative Bildgebung bei brusterhaltender Operation</translation>
    </message>
    <message>
        <source>These pictures are of another patient: the %1 differ from this case. They cannot be assigned to it.</source>
        <translation>Diese Bilder gehören zu einer anderen Patientin; von diesem Fall weichen ab: %L1. Sie können ihm nicht zugeordnet werden.</translation>
    </message>
    <message>
        <source>These pictures are of another patient: the %1 differs from this case. They cannot be assigned to it.</source>
        <translation>Diese Bilder gehören zu einer anderen Patientin; von diesem Fall weicht ab: %L1. Sie können ihm nicht zugeordnet werden.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>VNA</source>
        <translation>VNA</translation>
    </message>
    <message>
        <source>Video file %1</source>
        <translation>Videodatei %1</translation>
    </message>
    <message>
        <source>You read blind.</source>
        <translation>Sie lesen verblindet.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>anterior</source>
        <translation>ventral</translation>
    </message>
    <message>
        <source>anterior %1</source>
        <translation>ventral %L1</translation>
    </message>
    <message>
        <source>anterior area</source>
        <translation>Fläche ventral</translation>
    </message>
    <message>
        <source>anterior face</source>
        <translation>Fläche ventral</translation>
    </message>
    <message>
        <source>anterior margin</source>
        <translation>Schnittrand ventral</translation>
    </message>
    <message>
        <source>anterior shave</source>
        <translation>Nachresektion ventral</translation>
    </message>
    <message>
        <source>anterior wall</source>
        <translation>Wand ventral</translation>
    </message>
    <message>
        <source>assets</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>black ink %1</source>
        <translation>schwarze Tusche %L1</translation>
    </message>
    <message>
        <source>blue ink %1</source>
        <translation>blaue Tusche %L1</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>breast</source>
        <translation>Brust</translation>
    </message>
    <message>
        <source>brightest after %1 s</source>
        <translation>am hellsten nach %L1 s</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>cavity</source>
        <translation>Wundhöhle</translation>
    </message>
    <message>
        <source>chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>clip %1</source>
        <translation>Clip %L1</translation>
    </message>
    <message>
        <source>clipped</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>close</source>
        <translation>knapp</translation>
    </message>
    <message>
        <source>cm³</source>
        <translation>cm³</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>complex numbers</source>
        <translation>komplexe Zahlen</translation>
    </message>
    <message>
        <source>confirmed by %1</source>
        <translation>bestätigt von %1</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>container mark %1</source>
        <translation>Gefäßmarke %L1</translation>
    </message>
    <message>
        <source>cytology</source>
        <translation>Zytologie</translation>
    </message>
    <message>
        <source>dcis</source>
        <translation>DCIS</translation>
    </message>
    <message>
        <source>distance %1 mm</source>
        <translation>Abstand %L1 mm</translation>
    </message>
    <message>
        <source>distance not known</source>
        <translation>Abstand nicht bekannt</translation>
    </message>
    <message>
        <source>double suture %1</source>
        <translation>doppelter Faden %L1</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>früher</translation>
    </message>
    <message>
        <source>ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>face</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>flip %1</source>
        <translation>Spiegelung %L1</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>Nachsorge</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>B/s</translation>
    </message>
    <message>
        <source>from published or own accuracy; a range, not a verdict</source>
        <translation>aus veröffentlichter oder eigener Genauigkeit; eine Spanne, kein Urteil</translation>
    </message>
    <message>
        <source>gain %1 dB</source>
        <translation>Verstärkung %L1 dB</translation>
    </message>
    <message>
        <source>green ink %1</source>
        <translation>grüne Tusche %L1</translation>
    </message>
    <message>
        <source>gross</source>
        <translation>Makroskopie</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>höchste</translation>
    </message>
    <message>
        <source>ilc</source>
        <translation>ILC</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>indeterminate</source>
        <translation>unbestimmt</translation>
    </message>
    <message>
        <source>inferior</source>
        <translation>kaudal</translation>
    </message>
    <message>
        <source>inferior %1</source>
        <translation>kaudal %L1</translation>
    </message>
    <message>
        <source>inferior area</source>
        <translation>Fläche kaudal</translation>
    </message>
    <message>
        <source>inferior face</source>
        <translation>Fläche kaudal</translation>
    </message>
    <message>
        <source>inferior margin</source>
        <translation>Schnittrand kaudal</translation>
    </message>
    <message>
        <source>inferior shave</source>
        <translation>Nachresektion kaudal</translation>
    </message>
    <message>
        <source>inferior wall</source>
        <translation>Wand kaudal</translation>
    </message>
    <message>
        <source>ink on tumour</source>
        <translation>Tumor an der Tusche</translation>
    </message>
    <message>
        <source>inked</source>
        <translation>getuscht</translation>
    </message>
    <message>
        <source>invasive</source>
        <translation>invasiv</translation>
    </message>
    <message>
        <source>journals</source>
        <translation>Journale</translation>
    </message>
    <message>
        <source>lateral</source>
        <translation>lateral</translation>
    </message>
    <message>
        <source>lateral %1</source>
        <translation>lateral %L1</translation>
    </message>
    <message>
        <source>lateral area</source>
        <translation>Fläche lateral</translation>
    </message>
    <message>
        <source>lateral face</source>
        <translation>Fläche lateral</translation>
    </message>
    <message>
        <source>lateral margin</source>
        <translation>Schnittrand lateral</translation>
    </message>
    <message>
        <source>lateral shave</source>
        <translation>Nachresektion lateral</translation>
    </message>
    <message>
        <source>lateral wall</source>
        <translation>Wand lateral</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>left breast</source>
        <translation>linke Brust</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>long suture %1</source>
        <translation>langer Faden %L1</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>main</source>
        <translation>Hauptpräparat</translation>
    </message>
    <message>
        <source>major</source>
        <translation>Haupt</translation>
    </message>
    <message>
        <source>major axis</source>
        <translation>Hauptachse</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>maskiert</translation>
    </message>
    <message>
        <source>mass</source>
        <translation>Herd</translation>
    </message>
    <message>
        <source>mass, major</source>
        <translation>Herd, lang</translation>
    </message>
    <message>
        <source>mass, minor</source>
        <translation>Herd, kurz</translation>
    </message>
    <message>
        <source>medial</source>
        <translation>medial</translation>
    </message>
    <message>
        <source>medial %1</source>
        <translation>medial %L1</translation>
    </message>
    <message>
        <source>medial area</source>
        <translation>Fläche medial</translation>
    </message>
    <message>
        <source>medial face</source>
        <translation>Fläche medial</translation>
    </message>
    <message>
        <source>medial margin</source>
        <translation>Schnittrand medial</translation>
    </message>
    <message>
        <source>medial shave</source>
        <translation>Nachresektion medial</translation>
    </message>
    <message>
        <source>medial wall</source>
        <translation>Wand medial</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>members</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>Neben</translation>
    </message>
    <message>
        <source>minor axis</source>
        <translation>Nebenachse</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlend</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>narrowest place</source>
        <translation>engste Stelle</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativ</translation>
    </message>
    <message>
        <source>new margin %1</source>
        <translation>neuer Rand %L1</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no final pathology is signed or it gives no size</source>
        <translation>keine endgültige Pathologie ist signiert oder sie nennt keine Größe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>keine bekannt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>nst</source>
        <translation>NST</translation>
    </message>
    <message>
        <source>nurse</source>
        <translation>Pflege</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>off centre (ours): (s−i)/2 %1 mm, (m−l)/2 %2 mm</source>
        <translation>Versatz (eigen): (kr−kd)/2 %L1 mm, (m−l)/2 %L2 mm</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>other</source>
        <translation>divers</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>pathologist</source>
        <translation>Pathologie</translation>
    </message>
    <message>
        <source>pathology</source>
        <translation>Pathologie</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positiv</translation>
    </message>
    <message>
        <source>posterior</source>
        <translation>dorsal</translation>
    </message>
    <message>
        <source>posterior %1</source>
        <translation>dorsal %L1</translation>
    </message>
    <message>
        <source>posterior area</source>
        <translation>Fläche dorsal</translation>
    </message>
    <message>
        <source>posterior face</source>
        <translation>Fläche dorsal</translation>
    </message>
    <message>
        <source>posterior margin</source>
        <translation>Schnittrand dorsal</translation>
    </message>
    <message>
        <source>posterior shave</source>
        <translation>Nachresektion dorsal</translation>
    </message>
    <message>
        <source>posterior wall</source>
        <translation>Wand dorsal</translation>
    </message>
    <message>
        <source>power_exact is of Fisher's exact test, power_exact_chi2 of the uncorrected χ² test; power is the normal approximation for the latter.</source>
        <translation>power_exact gilt für den exakten Test nach Fisher, power_exact_chi2 für den unkorrigierten χ²-Test; power ist dessen Normalnäherung.</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>researcher</source>
        <translation>Forschung</translation>
    </message>
    <message>
        <source>resected</source>
        <translation>Resektat</translation>
    </message>
    <message>
        <source>resected, major</source>
        <translation>Resektat, lang</translation>
    </message>
    <message>
        <source>resected, minor</source>
        <translation>Resektat, kurz</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>right breast</source>
        <translation>rechte Brust</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>gesättigt</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>speichert…</translation>
    </message>
    <message>
        <source>scanning</source>
        <translation>scannt</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>seen in %1 of %2</source>
        <translation>in %L1 von %L2 gesehen</translation>
    </message>
    <message>
        <source>seen in %1 of %2 frames</source>
        <translation>in %L1 von %L2 Bildern gesehen</translation>
    </message>
    <message>
        <source>seen in %1 of %2 frames · %3</source>
        <translation>in %L1 von %L2 Bildern gesehen · %L3</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>shave</source>
        <translation>Nachresektion</translation>
    </message>
    <message>
        <source>short suture %1</source>
        <translation>kurzer Faden %L1</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>simulated cases</source>
        <translation>simulierte Fälle</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>specimen</source>
        <translation>Resektat</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>superior</source>
        <translation>kranial</translation>
    </message>
    <message>
        <source>superior %1</source>
        <translation>kranial %L1</translation>
    </message>
    <message>
        <source>superior area</source>
        <translation>Fläche kranial</translation>
    </message>
    <message>
        <source>superior face</source>
        <translation>Fläche kranial</translation>
    </message>
    <message>
        <source>superior margin</source>
        <translation>Schnittrand kranial</translation>
    </message>
    <message>
        <source>superior shave</source>
        <translation>Nachresektion kranial</translation>
    </message>
    <message>
        <source>superior wall</source>
        <translation>Wand kranial</translation>
    </message>
    <message>
        <source>surgeon</source>
        <translation>Operateur</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>tumour touches the specimen contour (≤ 0.1 mm)</source>
        <translation>Tumor berührt die Resektatkontur (≤ 0,1 mm)</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>Eingabe…</translation>
    </message>
    <message>
        <source>ultrasound</source>
        <translation>Ultraschall</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>worklist</source>
        <translation>Arbeitsliste</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>é ä ø</source>
        <translation>é ä ø</translation>
    </message>
</context>
</TS>

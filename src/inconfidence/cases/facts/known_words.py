"""Words with a capital letter that name nobody of a family, and given names. What stands in neither is asked about."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A run of words that ends so is a school, a body, a law, a plan or a benefit.
ENDINGS = _words("""
    academy act advice agency allowance assessment association authority board borough care centre charity church
    clinic club code college committee council credit department direct fields form forum foundation framework group
    guidance health help helpline hospital house hub infant infants infirmary inspectorate institute junior juniors
    league line meeting mosque network nursery offer office officer ombudsman panel partnership pass payment plan
    plans policy preschool primary programme project protocol provision psychologist regulations report review
    school schools secondary section service services sixth society statement support surgery syndrome team teams
    therapist therapy transport tribunal trust union unit university
""")
# The vocabulary of the work, days and months, languages, whom one rings.
SAFE = _words("""
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday christmas easter ramadan eid diwali bank holiday half term spring summer autumn
    winter year years key stage reception today tomorrow yesterday north south east west central upper lower greater
    city county town district england english wales welsh scotland scottish ireland irish britain british europe
    european uk london midlands government state national regional local polish romanian ukrainian russian
    lithuanian arabic urdu punjabi hindi gujarati bengali somali turkish kurdish farsi pashto dari french spanish
    portuguese italian german chinese cantonese mandarin roma gypsy traveller muslim christian jewish sikh hindu
    catholic council school schools college nursery academy university tribunal court ombudsman authority department
    education health social care service services team teams panel board officer office head deputy teacher teaching
    assistant governor governors senco sendco sendiass special needs need additional learning disability
    disabilities send educational speech language occupational therapist therapy psychologist psychology
    paediatrician doctor nurse consultant social-worker worker caseworker case adviser advisor advocate mediator
    mediation ofsted plan plans support assessment annual early help offer review reviews appeal appeals exclusion
    exclusions admission admissions attendance elective home transition preparing adulthood equality children
    child's young person persons people parent parents carer carers family families forum act code practice law
    legal section part chapter regulation regulations guidance policy statement statements final draft amended
    interim inclusion inclusive medical first-tier upper-tier first second third fourth fifth sixth form further
    higher key-worker autism autistic asperger asperger's adhd dyslexia dyslexic dyspraxia tourette tourette's down
    down's syndrome cerebral palsy epilepsy diabetes makaton braille portage scope mencap contact mind barnardo's
    kooth nspcc citizens advice universal credit tax benefit benefits living allowance personal independence payment
    carer's blue badge direct budget budgets zoom skype whatsapp facebook google microsoft outlook word excel
    internet mum mum's dad dad's mother father grandmother grandfather nan gran grandad grandma auntie aunt uncle
    brother sister son daughter husband wife partner step stepmum stepdad caller caller's boy girl child pupil
    student client somebody someone anyone nobody everyone both neither another mr mrs ms miss mx dr action plus
    page profile
""")
# How a sentence begins; words in -ed, -ing and -ly begin one too.
STARTERS = _words("""
    a an the this that these those there here it he she they we i you who what when where why how which whose if as
    at by for from in into of on onto off over to up with without about after before because but and or so since
    than then though until while her his their our my your its no not yes also only just still again once please
    maybe perhaps is are was were be been has have had does did do can could will would shall should may might must
    cannot can't won't doesn't didn't isn't wasn't hasn't don't i'm it's that's there's they're we're she's he's all
    any each every few many more most much other own same some such several two three four five six rang ring rings
    gave give gives said say says told tell tells sent send sends went go goes got get gets made make makes took
    take takes thought think thinks knew know knows felt feel feels found find finds heard hear hears kept keep
    keeps left leave leaves let lets lost met meet meets paid put read ran saw see sees spoke speak speaks spent
    stood wrote write writes want wants needs hope hopes ask asks call calls explain explains discuss use uses try
    tries worry worries check checks look looks chase book post e-mail email text letter message reply new old next
    last never always often now later soon long dear hello hi thanks thank regards sorry
""")
# Given names that are seldom another word. Those that are (Will, Mark, Grace at the head of a sentence) are left out.
GIVEN = _words("""
    aaliyah aaron abbie abdul abdullah abigail adam adeel adnan adrian afzal agnieszka ahmed aidan aiden aisha alan
    alana alastair albert alec alex alexander alexandra alfie alfred ali alice alicia alina alisha alison allison
    alyssa amanda amara amelia amina amir amit amy ana andrea andrew andy angela anil anita anna annabel anne annie
    anthony antonia anya archie arjun arthur arun asha ashley asif asma ava ayaan ayesha aylin barbara ben benjamin
    bernadette beth bethany bilal bogdan bradley brandon brenda brian bronwyn bryony caitlin callum cameron carl
    carla caroline carolyn catherine cathy cerys charles charlie charlotte chloe chris christina christine
    christopher ciara claire clare claudia colin connor courtney craig cristina daisy dan daniel daniela danielle
    darren dave david dean deborah debbie declan deepa denise dennis derek diana diane dina dominic donna dorothy
    doug duncan dylan ebony eddie edward eileen elaine eleanor elena elijah elizabeth ella ellen ellie elliot elsie
    emilia emily emma emmanuel eric erin ethan eva evelyn evie ewa faisal farah fatima fatimah felix finlay finley
    fiona francesca frankie fraser freddie freya gabriel gareth gary gavin gemma geoff george georgia georgina
    gerald gillian gordon gosia graham grzegorz gurpreet habib hamza hannah harpreet harriet harrison harry harvey
    hassan hayley hazel heidi helen henry hollie holly hugh hugo hussain hussein ian ibrahim imogen imran ines irene
    iris isaac isabel isabella isabelle isla ismail ivan ivy jack jackie jackson jacob jade jaden jaiden jake jakub
    james jamie jan jane janet janice jaspreet jasmine jason jayden jaydon jean jeff jenna jennifer jenny jeremy
    jess jessica jill joan joanna joanne joe joel john johnny jon jonathan jordan joseph josh joshua joyce juan
    judith julia julian julie justin kai kamal karen kasia kate katherine kathleen kathryn katie kayleigh keith
    kelly ken kenneth kevin khadija khalid kiera kieran kim kirsty kyle lara laura lauren leah leanne lee lena leo
    leon lesley lewis liam lilly lily linda lindsay lisa liz lola lorraine louis louisa louise luca lucas lucy luke
    lydia lynn maciej madison magdalena maisie malcolm malik manjit marcin marcus margaret maria mariam marie marta
    martha martin martyn mary maryam matilda matt matthew maureen max maya megan melanie melissa mia michael michal
    michelle mick miguel mike millie mohamed mohammad mohammed molly monica morgan muhammad musa mustafa nadia naomi
    natalie natasha nathan nathaniel neil niall nicholas nick nicola nicole nigel nikita nina noah nora noreen
    norman oksana olena oliver olivia omar oscar osman owen paige pamela patricia patrick paul paula pauline pavel
    penny pete peter phil philip philippa phillip phoebe piotr poppy priya rachel rafael raj rajesh ralph rebecca
    reece reuben rhys riaz richard rita robert roberta roger rohan ronald rory rosie roxanne roy ruby rupert russell
    ruth ryan saima sally sam samantha samina samir samuel sandra sanjay sara sarah sean sebastian shabana shannon
    sharon shaun sheila shirley siobhan sofia sonia sophia sophie stacey stefan stella stephanie stephen steve
    steven stuart suleiman sunita susan suzanne svetlana sylvia tahir tamara tania tanya tariq tasha tegan teresa
    terry tessa thea theo theresa thomas tia tim timothy tina toby tom tomasz tommy tony tracey tracy trevor tyler
    usman valerie vanessa vera veronica vicky victor victoria vikram vincent wayne wendy wesley william yasmin yusuf
    yvonne zac zach zachary zahra zainab zak zara zoe zofia
""")

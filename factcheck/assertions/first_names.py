"""Common first names by the sex they are mostly given to, as data.

Written by hand for the names that turn up in English-language news, from many countries. Names given
to both (Alex, Jordan, Kim, Robin, Sam, Taylor …) are left out, so that they decide nothing.
"""

from __future__ import annotations

# First names that as often begin the name of a place or a firm.
PLACES = frozenset(
    "april austin carolina charlotte chelsea faith florence franklin georgia grace jackson june lincoln "
    "regina victoria virginia warren".split()
)
MEN = frozenset(
    """
    aaron abdel abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro alexander
    alexei alfred ali allan allen alvin amir anders andré andre andreas andrei andrew andrii andriy andy
    angus anthony antonio antony arnold arthur arturo barack barry ben benjamin bernard bernie bill billy
    bob boris brad bradley brandon brendan brett brian bruce bruno bryan caleb carl carlos cesar charles
    charlie chris christian christopher chuck claude claudio clive colin connor craig curtis cyril dale
    damian dan daniel danny darren dave david dennis derek desmond dick diego dimitri dominic don donald
    doug douglas duncan dustin dwayne earl ed eddie edgar edmund eduardo edward edwin elijah elliott
    elon emilio emmanuel enrique eric erik ernest ethan eugene evan fabio felipe felix fernando francesco
    francisco francois frank franklin fred frederick friedrich gareth gary gavin geoff geoffrey george
    gerald gerard gerardo gilbert giovanni giuseppe glenn gordon graham grant greg gregory guillermo
    gustavo guy hamid harold harry harvey hassan hector henri henry herbert herman howard hugh hugo
    hussein ian ibrahim igor isaac ivan jack jackson jacob jacques jaime jake jakob jamal james jan
    jared jason javier jeff jeffrey jens jeremy jerome jerry jesus jim jimmy joao joe joel johan johannes
    john johnny jon jonathan jorge jose joseph josh joshua juan julian julio justin karl keir keith ken
    kenneth kevin khalid kurt kyle lars larry lawrence leo leon leonard leonardo liam lindsey lloyd
    louis luca lucas luis luke mahmoud malcolm manuel marc marcel marco marcus mario mark martin marvin
    mateo matt matteo matthew maurice mauricio max maxwell michael michel miguel mike mikhail mitch mitt
    mohamed mohammad mohammed muhammad murray mustafa narendra nathan nathaniel neil nelson nicholas nick
    nicolas nicolás nigel nikita nikolai noah norman oleg oleksandr oliver omar oscar osama otto owen
    pablo patrick paul paulo pedro pete peter phil philip philippe phillip pierre rafael rahul rajesh
    ralph ramon randy raul ravi ray raymond reginald ricardo richard rick ricky rishi rob robert roberto
    rodney rodrigo roger roland ron ronald rory ross roy russell ruben ryan salman samuel santiago sanjay
    scott sean sebastian sergei sergey sergio seth shane shaun sheldon simon spencer stefan stephen
    sterling steve steven stewart stuart ted terrence terry theo theodore thomas tim timothy toby todd
    tom tomas tommy tony travis trevor tyler vadim victor viktor vince vincent vladimir volodymyr walter
    warren wayne wesley wilfred will william winston wolfgang xavier yahya yasser yevgeny yuri yusuf zach
    zachary
    """.split()
)
WOMEN = frozenset(
    """
    abby abigail ada adele agnes aisha alexandra alexandria alexis alice alicia alison allison alyssa
    amanda amber amelia amy ana andrea angela angelina anita ann anna anne annette annie april ariana
    ashley audrey aung ava ayesha barbara beatrice becky belinda bernadette beth bethany betsy betty
    beverly bonnie brenda bridget brittany camila camilla candace carla carmen carol carolina caroline
    carolyn carrie catherine cathy cecilia charlotte chelsea cheryl chloe christina christine cindy
    claire clara claudia colleen constance courtney crystal cynthia daisy danielle deborah debbie debra
    denise diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elisabeth elizabeth
    ella ellen elsa emily emma erica erin esther eva eve evelyn faith fatima felicity fiona florence
    frances gabriela gabrielle gail georgia geraldine gillian gina giorgia gladys gloria grace greta
    gretchen hanna hannah harriet hazel heather heidi helen helena hillary holly imogen ines ingrid irene
    iris irina isabel isabella isabelle ivana jackie jacqueline jane janet janice jasmine jean jeanne
    jen jenna jennifer jenny jeri jessica jill jo joan joanna joanne jocelyn jodie josephine joy joyce
    juanita judith judy julia juliana julie juliet june kamala karen karin karina kate katherine kathleen
    kathryn kathy katie katrina kayla kayleigh kelly keira kirsten kristen kristi kristin kristina
    kristine kyrsten lara laura lauren layla leah leila lena leticia lillian lily linda lisa liz lois
    lola loretta lorraine louise lucia lucy luisa lydia lynn mabel madeleine madison maggie malala mandy
    marcia margaret margot maria mariana marianne marie marilyn marina marion marissa marjorie marta
    martha mary matilda maureen maya megan meghan melania melanie melinda melissa mercedes mia michelle
    mildred miranda miriam molly mona monica nadia nancy naomi natalia natalie natasha nicola nicole nina
    nora norma olga olivia ophelia pamela patricia patty paula pauline penelope penny petra philippa
    phoebe phyllis pilar priscilla priti priya rachel rebecca regina renee rhonda rita roberta rosa
    rosalind rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah savannah selena
    serena shannon sharon sheila shelly sherry shirley siobhan sofia sonia sophia sophie stacey stacy
    stella stephanie sue susan susanna susie suzanne svetlana sylvia tamara tammy tara tatiana teresa
    tessa thelma theresa tiffany tina tracy tricia ursula valentina valerie vanessa vera veronica
    victoria virginia vivian wanda wendy whitney yolanda yulia yvette yvonne zoe
    """.split()
)

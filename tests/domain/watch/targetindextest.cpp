#include "core/domain/newwatch/targetindex.h"

#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

ApplicationEntry entry(const QString &instance, const QString &name, const QStringList &images,
                       const QString &nameSpace = u"argocd"_s)
{
    Application application;
    application.name = name;
    application.nameSpace = nameSpace;
    application.autoSync = true;
    application.summaryImages = images;
    return {{instance, nameSpace, name}, std::make_shared<const Application>(application)};
}

ChangeSet inserting(std::vector<ApplicationEntry> entries)
{
    ChangeSet changes;
    changes.inserted = std::move(entries);
    return changes;
}

TargetIndex shop()
{
    TargetIndex index;
    index.apply(inserting({
        entry(u"staging"_s, u"shop-web"_s, {u"ghcr.io/acme/shop-web:1.4.0"_s, u"ghcr.io/acme/agent:7"_s}),
        entry(u"prod"_s, u"shop-web"_s, {u"ghcr.io/acme/shop-web:1.4.0"_s}),
        entry(u"prod"_s, u"shop-web-canary"_s, {u"ghcr.io/acme/shop-web:1.5.0"_s}),
        entry(u"prod"_s, u"storefront"_s, {u"ghcr.io/acme/shop-web-proxy:2"_s}),
        entry(u"prod"_s, u"orders"_s, {u"ghcr.io/acme/orders-worker:3"_s, u"ghcr.io/acme/orders:1.0.0"_s}),
        entry(u"prod"_s, u"sleeping"_s, {}),
    }));
    return index;
}

QStringList namesOf(const TargetSearch &search)
{
    QStringList names;
    for (const auto &target : search.targets)
        names.append(target.entry.key.instance + u':' + target.entry.key.name);
    return names;
}

TEST(TargetIndex, SelectedApplicationsNeedOnlyVersions)
{
    const auto index = shop();
    const std::vector<ApplicationKey> chosen{{u"prod"_s, u"argocd"_s, u"shop-web"_s},
                                             {u"prod"_s, u"argocd"_s, u"orders"_s},
                                             {u"prod"_s, u"argocd"_s, u"no-such"_s}};
    const auto wanted = [&](const QString &text) {
        QStringList images;
        for (const auto &target : index.among(chosen, text).targets)
            images.append(target.wanted ? familiarName(*target.wanted) : u"-"_s);
        return images.join(u' ');
    };
    EXPECT_EQ(wanted(u""_s), u"- -"_s);
    EXPECT_EQ(wanted(u"2.0.0"_s), u"ghcr.io/acme/shop-web:2.0.0 ghcr.io/acme/orders:2.0.0"_s)
        << "each with the image that is called alike";
    EXPECT_EQ(wanted(u"shop-web:1.5.0 orders:2.1"_s), u"ghcr.io/acme/shop-web:1.5.0 ghcr.io/acme/orders:2.1"_s);
    EXPECT_EQ(wanted(u"3 orders:2.1"_s), u"ghcr.io/acme/shop-web:3 ghcr.io/acme/orders:2.1"_s);
    EXPECT_EQ(wanted(u"orders:2.1"_s), u"- ghcr.io/acme/orders:2.1"_s);
    EXPECT_EQ(index.among(chosen, u"3"_s).typed.problem, QString());
    EXPECT_NE(index.among(chosen, u"stock:2"_s).typed.problem, QString())
        << "the image belongs to none of the applications";
    EXPECT_NE(index.among(chosen, u"a/b"_s).typed.problem, QString()) << "is not an image version";
    const auto search = index.among(chosen, {});
    EXPECT_EQ(search.found, 2);
    EXPECT_EQ(search.instances, 1);
    QStringList versions;
    for (const auto &seen : search.versions)
        versions.append(seen.version);
    EXPECT_TRUE(versions.contains(u"1.5.0"_s)) << "runs in another application";
    EXPECT_FALSE(versions.contains(u"7"_s)) << "is a sidecar's";
}

TEST(TypedImage, ParsesTypedAndPastedText)
{
    struct Line
    {
        QString text;
        QString name;
        QString version;
        bool isImage;
    };
    const auto digest = u"@sha256:"_s + QString(64, u'a');
    const std::vector<Line> table = {
        {u""_s, u""_s, u""_s, false},
        {u"Shop"_s, u"shop"_s, u""_s, false},
        {u"shop-web:"_s, u"shop-web"_s, u""_s, false},
        {u"shop-web:1.5.0"_s, u"shop-web"_s, u"1.5.0"_s, true},
        {u" ghcr.io/acme/shop-web:1.5.0\n"_s, u"ghcr.io/acme/shop-web"_s, u"1.5.0"_s, true},
        {u"localhost:5000/web"_s, u"localhost:5000/web"_s, u""_s, false},
        {u"localhost:5000/web:2"_s, u"localhost:5000/web"_s, u"2"_s, true},
        {u"ghcr.io/acme/web"_s + digest, u"ghcr.io/acme/web"_s, digest, true},
        {u"ghcr.io/acme/web:1"_s + digest, u"ghcr.io/acme/web"_s, u"1"_s + digest, true},
        {u"#12 pushing manifest for ghcr.io/acme/shop-web:1.5.0 done"_s, u"ghcr.io/acme/shop-web"_s, u"1.5.0"_s, true},
        {u"image: \"ghcr.io/acme/shop-web:1.5.0\","_s, u"ghcr.io/acme/shop-web"_s, u"1.5.0"_s, true},
    };
    for (const auto &line : table) {
        const auto typed = typedImage(line.text);
        EXPECT_EQ(typed.name, line.name) << qPrintable(line.text);
        EXPECT_EQ(typed.version, line.version) << qPrintable(line.text);
        EXPECT_EQ(typed.image.has_value(), line.isImage) << qPrintable(line.text);
    }
    EXPECT_FALSE(typedImage(u"ghcr.io/acme/web:1 5"_s).version.isEmpty());
    EXPECT_FALSE(typedImage(u"ghcr.io/acme/web:1.5.0!"_s).problem.isEmpty()) << "the problem names the position";
}

TEST(TypedImage, SeveralReferencesAreAllMeant)
{
    const auto image = [](const QString &text) { return parseImageReference(text).value(); };
    const auto typed = typedImage(u"ghcr.io/acme/api:2 ghcr.io/acme/migrate:3, ghcr.io/acme/api:2"_s);
    EXPECT_EQ(typed.image, image(u"ghcr.io/acme/api:2"_s));
    EXPECT_EQ(typed.others, std::vector{image(u"ghcr.io/acme/migrate:3"_s)}) << "without duplicates";
    EXPECT_TRUE(typedImage(u"pushing ghcr.io/acme/api:2 and ghcr.io/acme/migrate:3"_s).others.empty()) << "a log";
    EXPECT_TRUE(typedImage(u"ghcr.io/acme/api:2"_s).others.empty());
}

TEST(TargetIndex, FurtherImagesAreWatchedToo)
{
    const auto image = [](const QString &text) { return parseImageReference(text).value(); };
    const auto index = shop();
    auto search = index.find(u"ghcr.io/acme/shop-web:1.4.0 ghcr.io/acme/agent:7"_s);
    ASSERT_EQ(namesOf(search), QStringList({u"prod:shop-web"_s, u"staging:shop-web"_s, u"prod:shop-web-canary"_s}));
    const std::vector both{image(u"ghcr.io/acme/shop-web:1.4.0"_s), image(u"ghcr.io/acme/agent:7"_s)};
    for (const auto &target : search.targets)
        EXPECT_EQ(wantedImages(target), both) << target.entry.key.name.toStdString();
    EXPECT_FALSE(search.targets[0].runsOthers) << "it has no agent";
    EXPECT_TRUE(search.targets[1].runsOthers);
    EXPECT_FALSE(index.find(u"ghcr.io/acme/shop-web:1.4.0 ghcr.io/acme/agent:8"_s).targets[1].runsOthers);
    search = index.find(u"ghcr.io/acme/shop-web:1.5.0 mirror.example/agent:8"_s);
    ASSERT_EQ(search.targets.size(), 3U);
    EXPECT_EQ(search.targets[1].others, std::vector{image(u"ghcr.io/acme/agent:8"_s)})
        << "no application uses the mirror";
}

TEST(TypedImage, IsReadFromDockerPushOutput)
{
    const auto log = u"The push refers to repository [ghcr.io/acme/shop-web]\n"
                     "5f70bf18a086: Layer already exists\n"
                     "1.5.0: digest: sha256:"_s
        + QString(64, u'a') + u" size: 1570\n"_s;
    EXPECT_EQ(imageInClipboard(log), u"ghcr.io/acme/shop-web:1.5.0"_s);
    EXPECT_EQ(typedImage(log).name, u"ghcr.io/acme/shop-web"_s);
    EXPECT_EQ(typedImage(log).version, u"1.5.0"_s);
    // The last line alone does not name the repository, and a digest is not an image name.
    EXPECT_EQ(imageInClipboard(log.section(u'\n', 1)), QString());
}

TEST(TypedImage, FindsOnlyImagesInTheClipboard)
{
    EXPECT_EQ(imageInClipboard(u"Successfully pushed ghcr.io/acme/web:1.5.0."_s), u"ghcr.io/acme/web:1.5.0"_s);
    for (const auto &text : {u"https://github.com/acme/web:8080"_s, u"12:30"_s, u"a sentence/half: yes"_s, u""_s,
                             u"ghcr.io/acme/web"_s, u"web:1.5.0"_s})
        EXPECT_EQ(imageInClipboard(text), QString()) << qPrintable(text);
}

TEST(TargetIndex, FullReferenceMatchesOnlyItsRepository)
{
    const auto search = shop().find(u"ghcr.io/acme/shop-web:1.6.0"_s);
    EXPECT_EQ(namesOf(search), (QStringList{u"prod:shop-web"_s, u"staging:shop-web"_s, u"prod:shop-web-canary"_s}));
    EXPECT_EQ(search.instances, 2);
    EXPECT_EQ(search.repository, u"shop-web"_s);
    const std::vector<SeenVersion> versions = {{u"1.5.0"_s, {u"prod"_s}}, {u"1.4.0"_s, {u"staging"_s, u"prod"_s}}};
    EXPECT_EQ(search.versions.size(), versions.size());
    EXPECT_EQ(search.versions.front(), versions.front());
    for (const auto &target : search.targets) {
        EXPECT_TRUE(target.close);
        ASSERT_TRUE(target.wanted);
        EXPECT_EQ(familiarName(*target.wanted), u"ghcr.io/acme/shop-web:1.6.0"_s);
        EXPECT_EQ(target.running.size(), 1U);
    }
}

TEST(TargetIndex, SubstringFindsRepositoriesAndNames)
{
    struct Line
    {
        QString text;
        QStringList names;
        QString firstWanted;
    };
    const std::vector<Line> table = {
        {u"shop-web"_s,
         {u"prod:shop-web"_s, u"staging:shop-web"_s, u"prod:shop-web-canary"_s, u"prod:storefront"_s},
         {}},
        {u"shop-web:1.6.0"_s,
         {u"prod:shop-web"_s, u"staging:shop-web"_s, u"prod:shop-web-canary"_s, u"prod:storefront"_s},
         u"ghcr.io/acme/shop-web:1.6.0"_s},
        {u"STOREFRONT:3"_s, {u"prod:storefront"_s}, u"ghcr.io/acme/shop-web-proxy:3"_s},
        {u"orders:2"_s, {u"prod:orders"_s}, u"ghcr.io/acme/orders:2"_s},
        {u"ghcr.io/acme/ord"_s, {u"prod:orders"_s}, {}},
        {u"sleep"_s, {u"prod:sleeping"_s}, {}},
        {u"nothing-like-it"_s, {}, {}},
        {u""_s, {}, {}},
    };
    for (const auto &line : table) {
        const auto search = shop().find(line.text);
        EXPECT_EQ(namesOf(search), line.names) << qPrintable(line.text);
        if (!line.names.isEmpty()) {
            const auto &wanted = search.targets.front().wanted;
            EXPECT_EQ(wanted ? familiarName(*wanted) : QString(), line.firstWanted) << qPrintable(line.text);
        }
    }
}

TEST(TargetIndex, SuggestsTheNearestIfNothingIsFound)
{
    EXPECT_EQ(shop().find(u"ghcr.io/acme/shop-wbe:1.5.0"_s).nearest.value(0), u"ghcr.io/acme/shop-web"_s);
    EXPECT_EQ(shop().find(u"ordesr"_s).nearest.value(0), u"orders"_s);
}

TEST(TargetIndex, ProxiesServeOtherRegistries)
{
    TargetIndex index;
    index.apply(inserting({entry(u"prod"_s, u"web"_s, {u"harbor.acme.example/ghcr-proxy/acme/web:1"_s})}));
    EXPECT_TRUE(index.find(u"ghcr.io/acme/web:2"_s).targets.empty());
    const auto search = index.find(u"ghcr.io/acme/web:2"_s, {u"harbor.acme.example/ghcr-proxy"_s});
    ASSERT_EQ(search.targets.size(), 1U);
    EXPECT_EQ(familiarName(*search.targets.front().wanted), u"ghcr.io/acme/web:2"_s);
}

TEST(TargetIndex, ApplicationWithoutImagesNeedsTheFullReference)
{
    auto search = shop().find(u"sleeping:2"_s);
    ASSERT_EQ(search.targets.size(), 1U);
    EXPECT_FALSE(search.targets.front().wanted);
    search = shop().find(u"ghcr.io/acme/sleeping:2"_s);
    ASSERT_EQ(search.targets.size(), 1U);
    EXPECT_EQ(familiarName(*search.targets.front().wanted), u"ghcr.io/acme/sleeping:2"_s);
}

/// Answers of the index to some texts, to compare two indexes.
QStringList answersOf(const TargetIndex &index)
{
    QStringList answers;
    for (const auto &text : {u"acme"_s, u"image-3"_s, u"ghcr.io/acme/image-1:2"_s, u"app-1"_s}) {
        const auto search = index.find(text);
        answers.append(namesOf(search).join(u' ') + u' ' + QString::number(search.found) + u' ' + search.repository);
        for (const auto &version : search.versions) {
            auto instances = version.instances;
            instances.sort();
            answers.append(version.version + instances.join(u' '));
        }
    }
    return answers;
}

TEST(TargetIndex, IncrementalUpdatesMatchAFreshIndex)
{
    std::mt19937 random(5);
    std::map<QString, ApplicationEntry> truth;
    TargetIndex kept;
    for (int round = 0; round < 300; ++round) {
        ChangeSet changes;
        for (int change = 0; change < 4; ++change) {
            const auto instance = u"i%1"_s.arg(random() % 2);
            const auto made = entry(instance, u"app-%1"_s.arg(random() % 12),
                                    {u"ghcr.io/acme/image-%1:%2"_s.arg(random() % 5).arg(random() % 4)});
            const auto id = made.key.instance + made.key.name;
            const bool touched = std::ranges::any_of(changes.removed, [&](const auto &key) { return key == made.key; })
                || std::ranges::any_of(changes.inserted, [&](const auto &other) { return other.key == made.key; })
                || std::ranges::any_of(changes.changed, [&](const auto &other) { return other.entry.key == made.key; });
            if (touched)
                continue;
            if (!truth.contains(id)) {
                changes.inserted.push_back(made);
                truth[id] = made;
            } else if (random() % 3 == 0) {
                changes.removed.push_back(made.key);
                truth.erase(id);
            } else {
                changes.changed.push_back({made, FieldMask(ApplicationField::Images)});
                truth[id] = made;
            }
        }
        kept.apply(changes);
        if (round % 100 == 99) {
            kept.removeInstance(u"i1"_s);
            std::erase_if(truth, [](const auto &known) { return known.second.key.instance == u"i1"_s; });
        }
        TargetIndex fresh;
        std::vector<ApplicationEntry> all;
        for (const auto &[id, known] : truth)
            all.push_back(known);
        fresh.apply(inserting(all));
        ASSERT_EQ(kept.count(), int(truth.size()));
        ASSERT_EQ(answersOf(kept), answersOf(fresh)) << "round " << round;
    }
}

TEST(TargetIndex, FindsAnApplicationByItsName)
{
    TargetIndex index;
    index.apply(inserting({entry(u"prod"_s, u"web"_s, {u"docker.io/envoy:1"_s, u"ghcr.io/acme/web:2"_s}),
                           entry(u"prod"_s, u"api"_s, {}), entry(u"prod"_s, u"api"_s, {}, u"team"_s)}));
    const auto web = index.named(u"prod"_s, u"web"_s);
    ASSERT_TRUE(web);
    EXPECT_EQ(familiarName(web->running.front()), u"ghcr.io/acme/web:2"_s) << "not the sidecar";
    EXPECT_FALSE(index.named(u"staging"_s, u"web"_s));
    EXPECT_FALSE(index.named(u"prod"_s, u"api"_s)) << "there are two";
    EXPECT_EQ(index.named(u"prod"_s, u"team/api"_s)->entry.key.nameSpace, u"team"_s);
}

TEST(TargetIndex, ReportsAmbiguousNames)
{
    TargetIndex index;
    index.apply(inserting({entry(u"prod"_s, u"web"_s, {}), entry(u"prod"_s, u"web"_s, {}, u"team"_s),
                           entry(u"staging"_s, u"web"_s, {})}));
    EXPECT_TRUE(index.isAmbiguous({u"prod"_s, u"team"_s, u"web"_s}));
    EXPECT_FALSE(index.isAmbiguous({u"staging"_s, u"argocd"_s, u"web"_s}));
}

} // namespace

} // namespace lynceus

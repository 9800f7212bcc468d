#include "app/gui/preferences/environmentseditor.h"

#include "core/domain/instances/instancerules.h"
#include "tests/gui/preferences/preferencesscene.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

class EnvironmentsEditorTest : public PreferencesDialogTest
{
protected:
    void SetUp() override
    {
        PreferencesDialogTest::SetUp();
        choose(u"Environments"_s);
    }
    QToolButton *press(const QString &name)
    {
        for (auto *each : dialog->findChildren<QToolButton *>()) {
            if (each->accessibleName() == name && each->isVisibleTo(dialog.get())) {
                each->click();
                return each;
            }
        }
        ADD_FAILURE() << name.toStdString();
        return nullptr;
    }
    template<typename T>
    T *shown(const QString &name)
    {
        for (auto *each : dialog->findChildren<T *>()) {
            if (each->accessibleName() == name && each->isVisibleTo(dialog.get()))
                return each;
        }
        ADD_FAILURE() << name.toStdString();
        return nullptr;
    }
    void type(const QString &name, const QString &text)
    {
        auto *line = shown<QLineEdit>(name);
        line->setText(text);
        Q_EMIT line->editingFinished();
    }
    void pick(const QString &name, int at)
    {
        auto *box = shown<QComboBox>(name);
        box->setCurrentIndex(at);
        Q_EMIT box->activated(at);
    }
    void add(int number, const QString &name, const QString &rule)
    {
        button(u"Add environment"_s)->click();
        type(u"Name of environment %1"_s.arg(number), name);
        type(u"Values of environment %1"_s.arg(number), rule);
    }
    QStringList kept()
    {
        QStringList names;
        for (const auto &environment : preferences.now().environments)
            names.append(environment.name + u'=' + ruleText(environment));
        return names;
    }
};

} // namespace

TEST_F(EnvironmentsEditorTest, ValidRowsAreSavedInTableOrder)
{
    add(1, u"dev"_s, u"dev"_s);
    add(2, u"prod"_s, u"prod, prod-*"_s);
    EXPECT_EQ(kept(), (QStringList{u"dev=dev"_s, u"prod=prod, prod-*"_s}));
    EXPECT_NE(preferences.now().environments[0].colour, preferences.now().environments[1].colour);
    press(u"Move environment 2 up"_s);
    EXPECT_EQ(kept(), (QStringList{u"prod=prod, prod-*"_s, u"dev=dev"_s}));
    pick(u"Colour of environment 1"_s, 4);
    EXPECT_EQ(preferences.now().environments[0].colour, instanceColours().at(4));
    pick(u"What environment 1 applies to"_s, 4); // by label
    EXPECT_TRUE(says(u"Not saved yet: environment “prod”: the key of the label is missing"_s));
    EXPECT_EQ(preferences.now().environments[0].by, Environment::By::Instance) << "the invalid value is not saved";
    type(u"Values of environment 1"_s, u"stage=prod"_s);
    EXPECT_FALSE(says(u"Not saved yet"_s));
    EXPECT_EQ(preferences.now().environments[0].label, u"stage"_s);
    press(u"Remove environment 2"_s);
    EXPECT_EQ(kept(), QStringList{u"prod=stage=prod"_s});
    press(u"Remove environment 1"_s);
    EXPECT_EQ(kept(), QStringList());
}

TEST_F(EnvironmentsEditorTest, DraftStaysWhenAnotherSettingChanges)
{
    button(u"Add environment"_s)->click();
    type(u"Name of environment 1"_s, u"prod"_s);
    EXPECT_TRUE(says(u"Not saved yet: environment “prod”: enter at least one instance"_s));
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.keepDays = 30; }));
    EXPECT_EQ(shown<QLineEdit>(u"Name of environment 1"_s)->text(), u"prod"_s);
    ASSERT_TRUE(preferences.change([](Preferences &now) {
        now.environments = {{u"live"_s, u"#123456"_s, Environment::By::Project, {}, {u"live"_s}}};
    }));
    EXPECT_EQ(shown<QLineEdit>(u"Name of environment 1"_s)->text(), u"live"_s) << "the value of the other window";
    EXPECT_EQ(shown<QComboBox>(u"Colour of environment 1"_s)->currentText(), u"#123456"_s);
    EXPECT_FALSE(says(u"Not saved yet"_s));
}

TEST_F(EnvironmentsEditorTest, ReportsAWriteError)
{
    ASSERT_TRUE(QDir().mkpath(folder.filePath(u"preferences.json"_s)));
    add(1, u"dev"_s, u"dev"_s);
    EXPECT_TRUE(says(u"nothing was changed"_s));
    EXPECT_EQ(kept(), QStringList());
}

TEST_F(EnvironmentsEditorTest, IsFoundBySearching)
{
    named<QLineEdit>(u"Search settings"_s)->setText(u"production"_s);
    EXPECT_TRUE(button(u"Add environment"_s)->isVisibleTo(dialog.get()));
    named<QLineEdit>(u"Search settings"_s)->setText(u"quiet"_s);
    EXPECT_FALSE(button(u"Add environment"_s)->isVisibleTo(dialog.get()));
}

} // namespace lynceus::test

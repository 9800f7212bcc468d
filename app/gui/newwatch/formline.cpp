#include "app/gui/newwatch/formline.h"

#include "app/gui/widgets/labels/plainlabel.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace lynceus {

QWidget *formLine(QWidget *parent, const QString &name, QWidget *content, PlainLabel *beside)
{
    constexpr int kNameWidth = 84;
    auto *whole = new QWidget(parent);
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto *label = new PlainLabel(name, whole);
    label->setObjectName(u"muted"_s);
    label->setMinimumWidth(kNameWidth);
    label->setBuddy(content);
    row->addWidget(label);
    row->addWidget(content, beside ? 0 : 1);
    if (beside)
        row->addWidget(beside, 1);
    return whole;
}

} // namespace lynceus

#include "app/gui/detail/resources/resourcetext.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(GroupName, UsesThePluralOfItsKind)
{
    for (const auto &[kind, plural] : {std::pair{u"ReplicaSet"_s, u"ReplicaSets"_s},
                                       {u"Ingress"_s, u"Ingresses"_s},
                                       {u"StorageClass"_s, u"StorageClasses"_s},
                                       {u"NetworkPolicy"_s, u"NetworkPolicies"_s},
                                       {u"Gateway"_s, u"Gateways"_s},
                                       {u"Endpoints"_s, u"Endpoints"_s},
                                       {u"Mesh"_s, u"Meshes"_s}}) {
        OutlineNode node;
        node.key.kind = kind;
        node.grouped = 12;
        EXPECT_TRUE(nameText(node).endsWith(u' ' + plural)) << qPrintable(nameText(node));
    }
}

} // namespace lynceus

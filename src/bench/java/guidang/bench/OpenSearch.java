package guidang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.opensearch.Version;
import org.opensearch.action.bulk.BulkRequestBuilder;
import org.opensearch.action.bulk.BulkResponse;
import org.opensearch.action.support.WriteRequest.RefreshPolicy;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryBuilders;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugin.analysis.smartcn.AnalysisSmartChinesePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.search.SearchHit;
import org.opensearch.transport.Netty4ModulePlugin;
import org.opensearch.transport.client.Client;

/**
 * OpenSearch as it comes: one node in this process, one shard, fields {@code title}, {@code heading} and {@code body},
 * and {@code multi_match} over them. Asked by the client inside the node, so that no HTTP and no JSON of a request is
 * measured. {@code -Dopensearch=TYPE,TITLE} names another type of {@code multi_match} and another weight of the title.
 */
record OpenSearch(OneNode node, String index, String type, float title, SectionTexts texts) implements Peer {
    /** The node keeps as many indexes of the same sections, each by the name of its analyzer. */
    enum Analysis {
        STANDARD, CJK, SMARTCN;

        String analyzer() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<Class<? extends Plugin>> MODULES = List.of(Netty4ModulePlugin.class,
            CommonAnalysisModulePlugin.class, AnalysisSmartChinesePlugin.class);
    /** Of its types and weights of 1, 2 and 4 what finds most of docs/comparison.md; the default is best_fields,1. */
    private static final String CROSS_FIELDS = "cross_fields,2";
    private static final int BATCH = 500;

    static void index(Path folder, SectionTexts texts) throws IOException {
        try (OneNode node = OneNode.start(folder)) {
            for (Analysis analysis : Analysis.values()) {
                fill(node.client(), analysis.analyzer(), texts);
            }
        }
    }

    static OpenSearch open(Path folder, Analysis analysis, SectionTexts texts) throws IOException {
        OneNode node = OneNode.start(folder);
        node.client().admin().cluster().prepareHealth(analysis.analyzer()).setWaitForYellowStatus()
                .setTimeout(TimeValue.timeValueMinutes(1)).get();
        String[] match = query().split(",", -1);
        return new OpenSearch(node, analysis.analyzer(), match[0], Float.parseFloat(match[1]), texts);
    }

    /** Type of {@code multi_match} and weight of the title, for a process that is started to measure. */
    static String query() {
        String given = System.getProperty("opensearch", "");
        return given.isEmpty() ? CROSS_FIELDS : given;
    }

    private static void fill(Client client, String analyzer, SectionTexts texts) {
        var field = Map.of("type", "text", "analyzer", analyzer);
        client.admin().indices().prepareCreate(analyzer)
                .setSettings(Settings.builder().put("index.number_of_replicas", 0))
                .setMapping(Map.of("properties", Map.of("title", field, "heading", field, "body", field))).get();
        List<SectionTexts.Place> places = texts.places();
        for (int from = 0; from < places.size(); from += BATCH) {
            BulkRequestBuilder bulk = client.prepareBulk().setRefreshPolicy(RefreshPolicy.IMMEDIATE);
            for (int i = from; i < Math.min(from + BATCH, places.size()); i++) {
                SectionTexts.Place place = places.get(i);
                bulk.add(client.prepareIndex(analyzer).setId(Integer.toString(i)).setSource(
                        Map.of("title", place.title(), "heading", place.heading(), "body", place.body())));
            }
            BulkResponse done = bulk.get();
            if (done.hasFailures()) {
                throw new IllegalStateException(done.buildFailureMessage());
            }
        }
        client.admin().indices().prepareForceMerge(analyzer).setMaxNumSegments(1).setFlush(true).get();
    }

    @Override
    public int[] top(String text) {
        QueryBuilder query = QueryBuilders.multiMatchQuery(text, "heading", "body").field("title", title).type(type);
        SearchHit[] hits = node.client().prepareSearch(index).setQuery(query).setSize(TOP).setFetchSource(false).get()
                .getHits().getHits();
        return Stream.of(hits).mapToInt(hit -> Integer.parseInt(hit.getId())).toArray();
    }

    @Override
    public String[] place(int number) {
        SectionTexts.Place place = texts.places().get(number);
        return new String[]{place.path(), place.heading()};
    }

    @Override
    public void close() throws IOException {
        node.close();
    }

    /** A node without a cluster, listening on loopback alone; its state in one folder. */
    private static final class OneNode extends Node {
        private OneNode(Settings settings) {
            super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "benchmark"),
                    MODULES.stream().map(OneNode::info).toList(), true);
        }

        static OneNode start(Path folder) throws IOException {
            var node = new OneNode(Settings.builder().put("path.home", folder.toString()).put("cluster.name", "peers")
                    .put("node.name", "benchmark").put("discovery.type", "single-node")
                    .put("network.host", "127.0.0.1").put("transport.port", "0").put("http.port", "0")
                    .put("cluster.routing.allocation.disk.threshold_enabled", false).build());
            try {
                node.start();
                return node;
            } catch (NodeValidationException e) {
                node.close();
                throw new IllegalStateException(e);
            }
        }

        private static PluginInfo info(Class<? extends Plugin> module) {
            return new PluginInfo(module.getName(), "on the class path", "NA", Version.CURRENT, "21", module.getName(),
                    List.of(), false);
        }

        @Override
        protected void configureNodeAndClusterIdStateListener(ClusterService clusterService) {
            // Names the node in log lines; nothing is logged here.
        }
    }
}
